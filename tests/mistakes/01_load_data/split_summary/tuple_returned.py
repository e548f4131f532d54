"""Three values, as one writes them for print.

loses: 2
told: one text is expected
"""


def split_summary(name, images, labels):
    return f"{name}:", "X =", images.shape, "y =", labels.shape
