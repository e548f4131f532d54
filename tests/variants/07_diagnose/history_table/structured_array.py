"""A structured NumPy array is filled column by column, then read out as Python numbers."""


def history_table(history):
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    table = np.zeros(
        len(history["loss"]), dtype=[("epoch", "i4")] + [(name, "f8") for name in names]
    )
    table["epoch"] = 1 + np.arange(len(table))
    for name in names:
        table[name] = history[name]
    return [dict(zip(table.dtype.names, record.item(), strict=True)) for record in table]
