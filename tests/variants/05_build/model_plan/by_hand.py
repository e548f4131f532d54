"""Pencil and paper. Written from the notebook alone."""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (5408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
