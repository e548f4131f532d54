"""A box, and the points beside it."""


def plot_fold_scores(scores):
    figure, axes = plt.subplots()
    axes.boxplot(scores, positions=[1])
    axes.scatter(1 + np.linspace(-0.1, 0.1, len(scores)), scores)
    axes.set(title="Held-out accuracy", ylabel="accuracy", xlabel="all folds", xticks=[])
    return figure
