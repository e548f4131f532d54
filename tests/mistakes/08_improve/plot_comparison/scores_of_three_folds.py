"""Draws the scores of three folds, however many there are.

loses: 1
told: of its scores are drawn
"""


def plot_comparison(rows):
    _, ax = plt.subplots()
    for i, r in enumerate(rows):
        ax.plot([i] * len(r["scores"][:3]), r["scores"][:3], "o", color="grey")
        ax.plot(i, r["mean"], "_", color="red", markersize=20)
    ax.set_xticks(range(len(rows)), [r["name"] for r in rows])
    ax.set_ylabel("accuracy")
