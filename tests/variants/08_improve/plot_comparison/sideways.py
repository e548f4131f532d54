"""Sideways, from top to bottom, with a figure that is returned."""


def plot_comparison(rows):
    figure, axes = plt.subplots(figsize=(6, 1 + 0.4 * len(rows)))
    places = range(len(rows))
    axes.errorbar(
        x=[row["mean"] for row in rows],
        y=places,
        xerr=[row["std"] for row in rows],
        fmt="s",
        linestyle="none",
    )
    axes.set_yticks(places, labels=[row["name"] for row in rows])
    axes.invert_yaxis()
    axes.set_xlabel("accuracy on the held-out folds")
    return figure
