"""No title.

loses: 1
told: The plot has no title
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.bar(np.arange(len(scores)) + 1, scores)
    axes.set(xlabel="fold", ylabel="accuracy")
