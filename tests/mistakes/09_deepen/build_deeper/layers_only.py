"""A list of layers.

loses: 5
told: returned a list
"""


def build_deeper():
    return [layers.Conv2D(32, 3), layers.Conv2D(64, 3), layers.Conv2D(64, 3), layers.Dense(10)]
