"""A violin with the points beside it, moved apart a little by chance."""


def plot_fold_scores(scores):
    values = np.asarray(scores, dtype=float)
    rng = np.random.default_rng(1)
    fig, axes = plt.subplots(figsize=(4, 4))
    if np.ptp(values) > 0:
        axes.violinplot(values, positions=[0], showextrema=False)
    axes.plot(0.6 + rng.uniform(-0.1, 0.1, values.size), values, marker="o", ls="none", alpha=0.7)
    axes.set_xticks([0, 0.6], ["spread", "folds"])
    axes.set_xlabel("how it is shown")
    axes.set_ylabel("accuracy")
    axes.set_title("Accuracy on held-out digits")
    return axes
