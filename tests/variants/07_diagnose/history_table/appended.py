"""A plain loop that appends."""


def history_table(history):
    rows = []
    for i in range(len(history["loss"])):
        row = {}
        row["val_accuracy"] = history["val_accuracy"][i]
        row["accuracy"] = history["accuracy"][i]
        row["val_loss"] = history["val_loss"][i]
        row["loss"] = history["loss"][i]
        row["epoch"] = i + 1
        rows.append(row)
    return tuple(rows)
