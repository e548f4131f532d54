"""Limits that leave folds out.

loses: 2
told: they are cut off
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.plot(np.arange(len(scores)) + 1, scores, "o")
    axes.set_ylim(0.93, 1)
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
