"""Sideways dots with bars, the first configuration on top, written with the object-oriented calls."""


def plot_comparison(rows):
    ax = plt.figure(figsize=(7, 0.6 * len(rows) + 1.5)).gca()
    y = list(range(len(rows)))
    ax.errorbar(
        [r["mean"] for r in rows], y, xerr=[r["std"] for r in rows], linestyle="", marker="o"
    )
    ax.set_yticks(y)
    ax.set_yticklabels([r["name"] for r in rows])
    ax.invert_yaxis()
    ax.set_xlabel("mean accuracy ± one standard deviation")
    ax.margins(y=0.2)
