"""Keeps the folds in a dictionary by score: two with the same score become one point.

loses: 1
told: equal scores became one
"""


def plot_fold_scores(scores):
    fold_of = {float(score): fold for fold, score in enumerate(scores, start=1)}
    plt.figure()
    plt.scatter(list(fold_of.values()), list(fold_of))
    plt.xlabel("fold")
    plt.ylabel("accuracy")
    plt.title("Accuracy of each fold")
