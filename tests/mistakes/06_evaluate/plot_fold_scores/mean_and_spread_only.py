"""One bar with an error bar.

loses: 2
told: Only the mean is drawn
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.bar(["model"], [np.mean(scores)], yerr=np.std(scores, ddof=1))
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
