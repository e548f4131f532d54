"""Numbers rounded to two places.

loses: 2
told: is rounded
"""


def history_table(history):
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    return [
        {"epoch": i + 1, **{name: round(history[name][i], 2) for name in names}}
        for i in range(len(history["loss"]))
    ]
