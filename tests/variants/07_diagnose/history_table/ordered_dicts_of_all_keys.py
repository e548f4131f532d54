"""Older idioms: OrderedDict rows with all keys that the history has, NumPy numbers inside."""

from collections import OrderedDict


def history_table(history):
    rows = []
    n_epochs = len(history["val_loss"])
    for e in range(n_epochs):
        row = OrderedDict([("epoch", np.int64(e + 1))])
        for key in sorted(history.keys()):
            row[key] = np.float64(history[key][e])
        rows.append(row)
    return rows
