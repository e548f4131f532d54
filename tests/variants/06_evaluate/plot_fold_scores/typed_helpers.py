"""Over-careful: type hints, validation, limits by a helper with room at both ends."""

from collections.abc import Sequence

from matplotlib.figure import Figure


def _limits(values: np.ndarray) -> tuple[float, float]:
    room = max(0.01, 0.25 * float(np.ptp(values)))
    return float(values.min()) - room, float(values.max()) + room


def plot_fold_scores(scores: Sequence[float]) -> Figure:
    values = np.array(scores, dtype=np.float64)
    if values.ndim != 1 or not values.size:
        raise ValueError("expected one score for each fold")
    if np.any((values < 0) | (values > 1)):
        raise ValueError("accuracies lie between 0 and 1")
    figure, axes = plt.subplots()
    for fold, value in enumerate(values, start=1):
        axes.scatter([fold], [value], color="C0")
        axes.annotate(f"{value:.3f}", (fold, value), xytext=(4, 4), textcoords="offset points")
    axes.set_xlim(0.5, values.size + 0.5)
    axes.set_ylim(*_limits(values))
    axes.set_xticks(range(1, values.size + 1))
    axes.set_xlabel("Fold")
    axes.set_ylabel("Accuracy on the held-out fold")
    axes.set_title("Scores of all folds")
    return figure
