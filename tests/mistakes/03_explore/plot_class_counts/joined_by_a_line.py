"""A line from digit to digit.

loses: 2
told: A line joins the ten digits
"""


def plot_class_counts(counts):
    plt.plot(counts, marker="o")
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
