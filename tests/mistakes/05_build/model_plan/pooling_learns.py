"""Pooling is given four weights for each channel.

loses: 2
told: Nothing is learned in
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 32), 128),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
