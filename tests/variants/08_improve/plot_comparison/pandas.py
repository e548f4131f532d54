"""A data frame that plots itself, with error bars."""

import pandas as pd


def plot_comparison(rows):
    frame = pd.DataFrame(rows).set_index("name")
    axes = frame["mean"].plot(yerr=frame["std"], style="o", xticks=range(len(frame)))
    axes.set_xticklabels(frame.index)
    axes.set_ylabel("mean accuracy of the folds, ± one standard deviation")
