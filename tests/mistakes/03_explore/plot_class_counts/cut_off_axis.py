"""The axis starts just below the smallest count.

loses: 2
told: and cuts the bars off
"""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.bar(range(10), counts)
    axes.set(xlabel="digit", ylabel="images", xticks=range(10))
    axes.set_ylim(min(counts) * 0.95, max(counts) * 1.02)
