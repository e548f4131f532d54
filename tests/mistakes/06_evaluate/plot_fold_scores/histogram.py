"""A histogram of the scores.

loses: 2
told: This is a histogram
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.hist(scores)
    axes.set(title="Accuracy by fold", xlabel="accuracy", ylabel="folds")
