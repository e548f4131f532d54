"""Points, on the axis that Matplotlib chooses: it does not include 0.

loses: 2
told: shows points close up
"""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.scatter(range(10), counts)
    axes.set(xticks=range(10), xlabel="digit", ylabel="number of images")
