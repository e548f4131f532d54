"""Bars with a locator for every whole number, a second scale for shares, and labels for all."""

from matplotlib.ticker import MultipleLocator, PercentFormatter


def plot_class_counts(counts):
    counts = np.asarray(counts)
    total = counts.sum() or 1
    fig, ax = plt.subplots()
    ax.bar(np.arange(10), counts)
    ax.xaxis.set_major_locator(MultipleLocator(1))
    ax.set(xlim=(-0.5, 9.5), xlabel="digit", ylabel="images")
    shares = ax.secondary_yaxis("right", functions=(lambda c: c / total, lambda s: s * total))
    shares.yaxis.set_major_formatter(PercentFormatter(1))
    shares.set_ylabel("share of all images")
    fig.suptitle("How often each digit occurs")
