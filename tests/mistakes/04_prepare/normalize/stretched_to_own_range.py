"""Min-max scaling with the batch's own extremes.

loses: 1
told: stretched from its own smallest
"""


def normalize(images):
    low, high = images.min(), images.max()
    return ((images - low) / (high - low)).astype("float32")
