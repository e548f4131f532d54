"""One call for each fold, joined by a thin line, and error bars around the mean."""


def plot_fold_scores(scores):
    plt.figure()
    plt.plot(range(len(scores)), scores, linewidth=0.5)
    for fold, score in enumerate(scores):
        plt.scatter(fold, score, color="C1")
    plt.errorbar([len(scores) + 1], [np.mean(scores)], yerr=[np.std(scores, ddof=1)], fmt="s")
    plt.title("Folds"), plt.xlabel("fold"), plt.ylabel("accuracy")
