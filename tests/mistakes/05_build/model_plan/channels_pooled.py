"""Pooling halves the channels too.

loses: 4
told: leaves the number of channels
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 16), 0),
        ("Flatten", (2_704,), 0),
        ("Dense", (100,), 270_500),
        ("Dense", (10,), 1_010),
    ]
