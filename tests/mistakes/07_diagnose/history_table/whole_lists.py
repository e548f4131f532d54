"""Each row holds all epochs.

loses: 2
told: holds a whole list
"""


def history_table(history):
    return [{"epoch": i + 1, **history} for i in range(len(history["loss"]))]
