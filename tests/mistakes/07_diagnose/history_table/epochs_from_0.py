"""Positions in place of epochs.

loses: 2
told: counted from 0
"""


def history_table(history):
    return [
        {"epoch": i, **{name: values[i] for name, values in history.items()}}
        for i in range(len(history["loss"]))
    ]
