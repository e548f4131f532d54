"""The rows are printed.

loses: 2
told: draws nothing
"""


def plot_comparison(rows):
    names = [row["name"] for row in rows]
    means = [row["mean"] for row in rows]
    stds = [row["std"] for row in rows]
    print(names, means, stds)
