"""A beginner's while loop over positions, one dict written out by hand for each epoch."""


def history_table(history):
    table = []
    i = 0
    while i < len(history["loss"]):
        row = {}
        row["epoch"] = i + 1
        row["loss"] = history["loss"][i]
        row["val_loss"] = history["val_loss"][i]
        row["accuracy"] = history["accuracy"][i]
        row["val_accuracy"] = history["val_accuracy"][i]
        table.append(row)
        i += 1
    return table
