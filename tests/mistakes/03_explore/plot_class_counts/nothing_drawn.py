"""Empty axes.

loses: 3
told: Nothing was drawn
"""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.set(xlabel="digit", ylabel="images", xticks=range(10))
    return counts
