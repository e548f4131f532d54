"""Counts the convolution's weights again at each of its 676 positions.

loses: 2
told: at every position
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320 * 26 * 26),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
