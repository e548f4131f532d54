"""Bars with a line for the mean and shares on a second axis."""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.bar(range(10), counts)
    axes.axhline(counts.mean(), linestyle=":")
    axes.plot([-0.5, 9.5], [counts.mean()] * 2)
    axes.set(xticks=range(10), xlabel="digit", ylabel="images")
    shares = axes.twinx()
    shares.set_ylim(0, axes.get_ylim()[1] / counts.sum())
    shares.set_ylabel("share")
