"""Told not to compile.

loses: 2
told: Keras compiles it as it was
"""


def load_final(path):
    return keras.saving.load_model(path, compile=False)
