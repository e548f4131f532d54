"""Rows as tuples.

loses: 2
told: The rows have no names
"""


def history_table(history):
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    columns = [history[name] for name in names]
    return list(zip(range(1, len(columns[0]) + 1), *columns))
