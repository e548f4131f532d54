"""The history with one more column.

loses: 2
told: a table by columns
"""


def history_table(history):
    return {"epoch": list(range(1, len(history["loss"]) + 1)), **history}
