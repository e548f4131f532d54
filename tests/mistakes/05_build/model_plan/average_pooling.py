"""Pooling by the average, which has the same shapes.

loses: 5
told: average pooling
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("AveragePooling2D", (13, 13, 32), 0),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
