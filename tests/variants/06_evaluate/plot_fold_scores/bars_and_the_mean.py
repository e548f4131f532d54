"""A bar for each fold, and one more for the mean."""


def plot_fold_scores(scores):
    figure, axes = plt.subplots()
    names = [str(i + 1) for i in range(len(scores))] + ["mean"]
    axes.bar(names, [*scores, np.mean(scores)])
    axes.set(title="Accuracy", xlabel="fold", ylabel="held-out accuracy", ylim=(0.3, 1))
