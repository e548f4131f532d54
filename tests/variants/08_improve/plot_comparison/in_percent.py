"""All numbers times 100, as people speak of them, and the unit in the label of the axis."""


def plot_comparison(rows):
    fig, ax = plt.subplots(figsize=(1.5 * len(rows) + 2, 4))
    x = np.arange(len(rows))
    means = 100 * np.array([row["mean"] for row in rows])
    spreads = 100 * np.array([row["std"] for row in rows])
    ax.errorbar(x, means, yerr=spreads, fmt="s", capsize=4)
    ax.set(xticks=x, ylabel="accuracy on held-out digits, %", xlim=(-0.5, len(rows) - 0.5))
    ax.set_xticklabels([row["name"] for row in rows])
    fig.tight_layout()
    return fig
