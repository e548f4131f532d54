"""Keras's argmin, in float32 as Keras computes losses, and back to a Python int."""


def best_epoch(history):
    return int(keras.ops.argmin(keras.ops.convert_to_tensor(history["val_loss"]))) + 1
