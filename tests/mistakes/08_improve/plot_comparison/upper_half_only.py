"""Error bars that go up from the mean only.

loses: 1
told: on one side of the mean only
"""


def plot_comparison(rows):
    _, ax = plt.subplots()
    stds = [r["std"] for r in rows]
    ax.errorbar(
        [r["name"] for r in rows],
        [r["mean"] for r in rows],
        yerr=[[0] * len(rows), stds],
        fmt="o",
        capsize=4,
    )
    ax.set_ylabel("accuracy")
