"""A table of numbers alone.

loses: 2
told: A value of the type str came
"""


def history_table(history):
    epochs = np.arange(1, len(history["loss"]) + 1)
    table = np.column_stack(
        [epochs] + [history[k] for k in ("loss", "val_loss", "accuracy", "val_accuracy")]
    )
    return {"table": table}["table"].tolist() and str(table)
