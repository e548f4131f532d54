"""Bars with error bars, on an axis that is narrowed down by the rows."""


def plot_comparison(rows):
    _, ax = plt.subplots()
    for place, row in enumerate(rows):
        ax.bar(place, row["mean"], width=0.6, label=row["name"])
        ax.errorbar(place, row["mean"], yerr=row["std"], color="black", capsize=5)
    low = min(row["mean"] - 2 * row["std"] for row in rows)
    high = max(row["mean"] + 2 * row["std"] for row in rows)
    ax.set(ylim=(low, high), ylabel="accuracy", xticks=[])
    ax.legend()
