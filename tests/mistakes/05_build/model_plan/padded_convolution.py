"""28 after a 3 by 3 convolution without padding.

loses: 4
told: keeps 28
"""


def model_plan():
    return [
        ("Conv2D", (28, 28, 32), 320),
        ("MaxPooling2D", (14, 14, 32), 0),
        ("Flatten", (6_272,), 0),
        ("Dense", (100,), 627_300),
        ("Dense", (10,), 1_010),
    ]
