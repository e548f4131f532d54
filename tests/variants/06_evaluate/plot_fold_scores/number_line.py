"""Accuracy runs to the right, and each fold has a row of its own."""


def plot_fold_scores(scores):
    k = len(scores)
    fig, ax = plt.subplots(figsize=(6, 0.5 * k + 1))
    ax.scatter(scores, np.arange(1, k + 1), c=np.arange(k), cmap="viridis", s=80)
    ax.set_yticks(np.arange(1, k + 1))
    ax.invert_yaxis()
    ax.set(xlabel="held-out accuracy", ylabel="fold", title=f"{k} folds")
    return fig
