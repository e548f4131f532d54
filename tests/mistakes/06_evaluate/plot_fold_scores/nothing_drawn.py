"""An empty plot.

loses: 2
told: Nothing is drawn
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
