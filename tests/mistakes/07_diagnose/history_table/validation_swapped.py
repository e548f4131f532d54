"""A wrong order of names.

loses: 2
told: "val_loss" holds the numbers of "loss"
"""


def history_table(history):
    rows = []
    for i in range(len(history["loss"])):
        rows.append(
            {
                "epoch": i + 1,
                "loss": history["loss"][i],
                "accuracy": history["accuracy"][i],
                "val_loss": history["loss"][i],
                "val_accuracy": history["val_accuracy"][i],
            }
        )
    return rows
