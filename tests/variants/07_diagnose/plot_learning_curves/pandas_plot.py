"""pandas: a frame for each measure with a column for each line, drawn by DataFrame.plot."""

import pandas as pd


def plot_learning_curves(histories):
    drawn = []
    for measure in ("loss", "accuracy"):
        columns = {}
        for number, history in enumerate(histories, 1):
            index = range(1, len(history[measure]) + 1)
            columns[f"fold {number}, {measure}"] = pd.Series(history[measure], index=index)
            columns[f"fold {number}, val_{measure}"] = pd.Series(
                history[f"val_{measure}"], index=index
            )
        frame = pd.DataFrame(columns)
        drawn.append(frame.plot(style=["-", "--"] * len(histories), xlabel="epoch", ylabel=measure))
    return drawn
