"""28 by 28 written down by hand.

loses: 1
told: Let the array tell it
"""


def split_summary(name, images, labels):
    return f"{name}: X = ({len(images)}, 28, 28), y = {labels.shape}"
