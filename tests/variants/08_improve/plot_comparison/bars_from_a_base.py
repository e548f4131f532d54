"""Horizontal bars with error bars of their own that begin a little below the worst score."""


def _limits(rows: list[dict]) -> tuple[float, float]:
    ends = [row["mean"] + side * row["std"] for row in rows for side in (-1, 1)]
    room = 0.15 * (max(ends) - min(ends)) or 0.005
    return min(ends) - room, max(ends) + room


def plot_comparison(rows: list[dict]) -> None:
    low, high = _limits(rows)
    _, ax = plt.subplots()
    ax.barh(
        [row["name"] for row in rows],
        [row["mean"] - low for row in rows],
        xerr=[row["std"] for row in rows],
        left=low,
        color="lightsteelblue",
        capsize=4,
    )
    ax.set_xlim(low, high)
    ax.set_xlabel("accuracy, mean and standard deviation over the folds")
