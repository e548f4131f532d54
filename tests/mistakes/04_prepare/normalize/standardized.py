"""Mean 0 and deviation 1: another preparation.

loses: 3
told: Subtracting a mean is standardizing
"""


def normalize(images):
    return ((images - images.mean()) / images.std()).astype("float32")
