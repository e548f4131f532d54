"""No words at the axes.

loses: 1
told: axis has no label
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.bar(np.arange(len(scores)) + 1, scores)
    axes.set(title="Accuracy by fold")
