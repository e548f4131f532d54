"""Uses summarize_scores: points on a band of one standard deviation around the mean, with a legend."""


def plot_fold_scores(scores):
    facts = summarize_scores(scores)
    mean, std = facts["mean"], facts["std"]
    fig, ax = plt.subplots(layout="constrained")
    ax.axhspan(mean - std, mean + std, alpha=0.2, label="one standard deviation")
    ax.axhline(mean, color="C1", label=f"mean {mean:.3f}")
    ax.errorbar(np.arange(len(scores)), scores, fmt="s", color="k", label="folds")
    ax.set_xticks(np.arange(len(scores)), [f"fold {i}" for i in range(1, len(scores) + 1)])
    ax.set_xlabel("which fold was held out")
    ax.set_ylabel("accuracy")
    ax.legend()
    fig.suptitle("Every fold, and their mean")
    return fig
