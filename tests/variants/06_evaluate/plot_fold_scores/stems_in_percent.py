"""Stems from 0 in percent, with a formatter for the axis."""

from matplotlib.ticker import PercentFormatter


def plot_fold_scores(scores):
    percent = [100 * float(score) for score in scores]
    _, ax = plt.subplots()
    ax.stem(range(1, len(percent) + 1), percent, basefmt=" ")
    ax.yaxis.set_major_formatter(PercentFormatter())
    ax.set_ylim(0, 105)
    ax.set_xlabel("held-out fold")
    ax.set_ylabel("accuracy in percent")
    ax.set_title("Cross-validation")
