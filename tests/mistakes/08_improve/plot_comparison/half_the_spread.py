"""Half of the standard deviation to either side.

loses: 1
told: half of the standard deviation
"""


def plot_comparison(rows):
    _, ax = plt.subplots()
    ax.errorbar(
        [r["name"] for r in rows],
        [r["mean"] for r in rows],
        yerr=[r["std"] / 2 for r in rows],
        fmt="o",
        capsize=4,
    )
    ax.set_ylabel("accuracy")
