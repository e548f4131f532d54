"""Weights only.

loses: 2
told: without biases
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 288),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_800),
        ("Dense", (10,), 1_000),
    ]
