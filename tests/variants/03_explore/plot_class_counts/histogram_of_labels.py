"""A histogram: the labels are written out again, and each digit has its own bin."""


def plot_class_counts(counts):
    labels = np.repeat(np.arange(10), counts)
    fig, ax = plt.subplots()
    ax.hist(labels, bins=np.arange(11) - 0.5, rwidth=0.8)
    ax.set_xticks(np.arange(10))
    ax.set_xlabel("digit")
    ax.set_ylabel("count")
    return fig
