"""Digits as texts, one color each, counts written on top."""


def plot_class_counts(counts):
    bars = plt.bar([str(d) for d in range(10)], counts, color=plt.cm.tab10.colors)
    plt.bar_label(bars)
    plt.title("How often")
    plt.xlabel("digit")
    plt.ylabel("number of images")
    plt.show()
