"""The rows one by one."""


def history_table(history):
    for epoch, _ in enumerate(history["loss"], start=1):
        yield {"epoch": epoch} | {name: values[epoch - 1] for name, values in history.items()}
