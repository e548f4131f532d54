"""Distances from the mean.

loses: 2
told: how far each fold lies from the mean
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.bar(np.arange(len(scores)) + 1, np.asarray(scores) - np.mean(scores))
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
