"""The validation is left out.

loses: 2
told: The rows lack val_loss, val_accuracy
"""


def history_table(history):
    return [
        {"epoch": i + 1, "loss": history["loss"][i], "accuracy": history["accuracy"][i]}
        for i in range(len(history["loss"]))
    ]
