"""A logarithmic axis.

loses: 2
told: not linear
"""


def plot_class_counts(counts):
    plt.bar(range(10), counts, log=True)
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
