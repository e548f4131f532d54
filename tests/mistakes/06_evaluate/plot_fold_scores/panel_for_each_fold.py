"""A panel for each fold.

loses: 2
told: axes of its own
"""


def plot_fold_scores(scores):
    _, panels = plt.subplots(1, len(scores))
    for fold, (axes, score) in enumerate(zip(panels, scores), start=1):
        axes.bar([fold], [score])
        axes.set(title=f"Fold {fold}", xlabel="fold", ylabel="accuracy")
