"""Shapes as Keras prints them, with None for the number of images.

loses: 2
told: number of images
"""


def model_plan():
    return [
        ("Conv2D", (None, 26, 26, 32), 320),
        ("MaxPooling2D", (None, 13, 13, 32), 0),
        ("Flatten", (None, 5_408), 0),
        ("Dense", (None, 100), 540_900),
        ("Dense", (None, 10), 1_010),
    ]
