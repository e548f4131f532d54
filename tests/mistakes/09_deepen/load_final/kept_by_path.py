"""A cache gives what once came from that path, whatever lies there now.

loses: 1
told: saved under the same path
"""

from functools import cache


@cache
def load_final(path):
    return keras.saving.load_model(path)
