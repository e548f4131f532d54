"""The folds are counted from 1, and the first score is never drawn.

loses: 2
told: 4 marks for 5 folds
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    for fold in range(1, len(scores)):
        axes.bar(fold, scores[fold], color="C0")
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
