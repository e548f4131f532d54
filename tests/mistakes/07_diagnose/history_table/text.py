"""Numbers turned into text.

loses: 2
told: holds text
"""


def history_table(history):
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    return [
        {"epoch": i + 1, **{name: f"{history[name][i]:.4f}" for name in names}}
        for i in range(len(history["loss"]))
    ]
