"""The line is returned, and printed as well.

loses: 1
told: something is printed besides
"""


def split_summary(name, images, labels):
    line = f"{name}: X = {images.shape}, y = {labels.shape}"
    print(line)
    return line
