"""Fractions are drawn and shown as percentages; names come from a formatter of the ticks."""

from matplotlib.ticker import FixedLocator, FuncFormatter, PercentFormatter


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    fig = plt.figure(layout="constrained")
    ax = fig.add_subplot()
    for place, row in enumerate(rows):
        ax.errorbar(place, row["mean"], yerr=row["std"], marker="D", color=f"C{place}", capsize=3)
    ax.xaxis.set_major_locator(FixedLocator(range(len(rows))))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda place, _: names[round(place)]))
    ax.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=1))
    ax.set_ylabel("accuracy")
