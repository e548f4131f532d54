"""A scatter plot."""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.scatter(range(10), counts)
    axes.set(xticks=range(10), xlabel="digit", ylabel="images", ylim=(0, None))
