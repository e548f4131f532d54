"""Flatten counts the pixels of one map only.

loses: 3
told: all maps
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (169,), 0),
        ("Dense", (100,), 17_000),
        ("Dense", (10,), 1_010),
    ]
