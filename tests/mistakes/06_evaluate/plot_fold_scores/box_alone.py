"""A box without points.

loses: 2
told: A box shows five numbers
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.boxplot(scores)
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
