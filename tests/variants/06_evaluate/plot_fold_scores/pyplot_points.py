"""A beginner with pyplot: points only, folds counted from 1, and a dashed line at the mean."""


def plot_fold_scores(scores):
    folds = []
    for i in range(len(scores)):
        folds.append(i + 1)
    plt.figure()
    plt.plot(folds, scores, "o")
    plt.axhline(sum(scores) / len(scores), linestyle="--")
    plt.xticks(folds)
    plt.xlabel("fold")
    plt.ylabel("accuracy")
    plt.title("Accuracy of every fold")
    plt.show()
