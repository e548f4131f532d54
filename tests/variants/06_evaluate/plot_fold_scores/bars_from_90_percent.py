"""Bars in percent that begin at the lowest score, with a line at the mean."""


def plot_fold_scores(scores):
    percent = 100 * np.asarray(scores)
    floor = np.floor(percent.min())
    plt.figure()
    plt.bar(range(1, len(percent) + 1), percent - floor, bottom=floor)
    plt.axhline(percent.mean(), color="k")
    plt.title("Folds")
    plt.xlabel("fold")
    plt.ylabel("held-out accuracy in percent")
    plt.show()
