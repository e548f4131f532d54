"""Accuracies as percentages.

loses: 2
told: is in percent
"""


def history_table(history):
    return [
        {
            "epoch": i + 1,
            "loss": history["loss"][i],
            "val_loss": history["val_loss"][i],
            "accuracy": 100 * history["accuracy"][i],
            "val_accuracy": 100 * history["val_accuracy"][i],
        }
        for i in range(len(history["loss"]))
    ]
