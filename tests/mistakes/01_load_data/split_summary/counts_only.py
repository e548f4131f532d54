"""Only how many there are.

loses: 2
told: It lacks the shape of the images
"""


def split_summary(name, images, labels):
    return f"{name}: X = {len(images)}, y = {len(labels)} digits"
