"""Counts the values that a layer gives instead of those that it learns.

loses: 2
told: numbers it gives out
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 26 * 26 * 32),
        ("MaxPooling2D", (13, 13, 32), 13 * 13 * 32),
        ("Flatten", (5_408,), 5_408),
        ("Dense", (100,), 100),
        ("Dense", (10,), 10),
    ]
