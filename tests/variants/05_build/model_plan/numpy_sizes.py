"""Shapes are NumPy arrays, and the parameters NumPy integers; a row of values is a plain number."""


def model_plan():
    return (
        ("Conv2D 32", np.array([26, 26, 32]), np.int64(320)),
        ("MaxPool2D", np.array([13, 13, 32]), np.int64(0)),
        ("Flatten", (13 * 13 * 32), np.int64(0)),
        ("Dense 100", (100), np.int64(540_900)),
        ("Dense 10", (10), np.int64(1_010)),
    )
