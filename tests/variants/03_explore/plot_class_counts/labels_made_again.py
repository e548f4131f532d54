"""A histogram of as many labels as the counts say."""


def plot_class_counts(counts):
    plt.hist(np.repeat(range(10), counts), bins=np.arange(11) - 0.5, rwidth=0.8)
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
