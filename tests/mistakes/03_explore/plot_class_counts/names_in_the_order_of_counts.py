"""The positions of argsort as names, with the counts left in order.

loses: 2
told: is the count of another digit
"""


def plot_class_counts(counts):
    order = np.argsort(counts)
    plt.bar(range(10), counts)
    plt.xticks(range(10), order)
    plt.xlabel("digit")
    plt.ylabel("number of images")
