"""The pooling window moves by one pixel only.

loses: 4
told: moves by its own width
"""


def model_plan():
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (25, 25, 32), 0),
        ("Flatten", (20_000,), 0),
        ("Dense", (100,), 2_000_100),
        ("Dense", (10,), 1_010),
    ]
