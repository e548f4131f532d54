"""The maps are counted as one channel.

loses: 4
told: one map for each filter
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 1), 320),
        ("MaxPooling2D", (13, 13, 1), 0),
        ("Flatten", (169,), 0),
        ("Dense", (100,), 17_000),
        ("Dense", (10,), 1_010),
    ]
