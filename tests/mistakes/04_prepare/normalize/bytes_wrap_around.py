"""Centered first, in uint8, where 0 - 128 is 128.

loses: 3
told: a subtraction wraps around
"""


def normalize(images):
    return ((images - 128) / 255).astype("float32")
