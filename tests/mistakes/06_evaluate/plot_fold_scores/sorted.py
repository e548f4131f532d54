"""The scores are sorted for the plot.

loses: 2
told: in another order than that of the folds
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.bar(np.arange(len(scores)) + 1, sorted(scores))
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
