"""A histogram of digits, weighted by their counts."""


def plot_class_counts(counts):
    plt.hist(range(10), bins=np.arange(11) - 0.5, weights=counts, histtype="stepfilled")
    plt.gca().xaxis.set_major_locator(plt.MultipleLocator(1))
    plt.xlabel("digit")
    plt.ylabel("number of images")
