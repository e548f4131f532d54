"""Horizontal bars with names."""


def plot_fold_scores(scores):
    figure, axes = plt.subplots()
    axes.barh([f"fold {i + 1}" for i in range(len(scores))], scores)
    axes.set_xlim(min(scores) - 0.02, 1)
    figure.suptitle("Five folds")
    axes.set(xlabel="accuracy", ylabel="fold")
    return axes
