"""A range that ends too early.

loses: 2
told: one is missing
"""


def history_table(history):
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    return [
        {"epoch": epoch, **{name: history[name][epoch - 1] for name in names}}
        for epoch in range(1, len(history["loss"]))
    ]
