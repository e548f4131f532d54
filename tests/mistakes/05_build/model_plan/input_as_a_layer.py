"""The input stands in a row of its own.

loses: 5
told: the input is no layer
"""


def model_plan():
    return [
        ("Input", (28, 28, 1), 0),
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
