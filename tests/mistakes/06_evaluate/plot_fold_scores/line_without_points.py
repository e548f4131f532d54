"""A line without markers.

loses: 2
told: joined by a line without points
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.plot(np.arange(len(scores)) + 1, scores)
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
