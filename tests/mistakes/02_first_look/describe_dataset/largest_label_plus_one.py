"""The number of classes taken from the largest label.

loses: 2
told: the largest label and one more
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": labels.max() + 1,
        "zero_fraction": (images == 0).mean(),
    }
