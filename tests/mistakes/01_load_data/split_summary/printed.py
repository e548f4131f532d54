"""Printed, and nothing returned.

loses: 2
told: hands nothing on
"""


def split_summary(name, images, labels):
    print(f"{name}: X = {images.shape}, y = {labels.shape}")
