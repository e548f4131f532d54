"""Printed, and not returned.

loses: 2
told: only printed
"""


def history_table(history):
    for epoch in range(len(history["loss"])):
        print(epoch + 1, *(f"{values[epoch]:.4f}" for values in history.values()))
