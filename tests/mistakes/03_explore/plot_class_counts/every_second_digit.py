"""The ticks that Matplotlib chooses.

loses: 1
told: 0, 2, 4, 6, 8 can be read
"""


def plot_class_counts(counts):
    plt.bar(range(10), counts)
    plt.xlabel("digit")
    plt.ylabel("number of images")
