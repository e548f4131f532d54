"""Markers joined by a faint dotted line that leads the eye."""


def plot_fold_scores(scores):
    ax = plt.figure().gca()
    ax.plot(range(len(scores)), scores, marker="D", linestyle=":", linewidth=0.5)
    ax.locator_params(axis="x", integer=True)
    ax.set_xlabel("number of the fold, from 0")
    ax.set_ylabel("accuracy")
    ax.set_title("Accuracy of the folds")
