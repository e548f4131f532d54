"""Sorted bars, and the positions of argsort taken for places and not for names.

loses: 2
told: in the order of their lengths
"""


def plot_class_counts(counts):
    order = np.argsort(counts)
    plt.bar(range(10), counts[order])
    plt.xticks(order, range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
