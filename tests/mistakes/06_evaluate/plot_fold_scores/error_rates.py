"""Errors in place of accuracies.

loses: 2
told: The marks show error rates
"""


def plot_fold_scores(scores):
    _, axes = plt.subplots()
    axes.plot(np.arange(len(scores)) + 1, 1 - np.asarray(scores), "o")
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="accuracy")
