"""Scaled before it was described.

loses: 2
told: pixels that were divided by 255
"""


def describe_dataset(images, labels):
    pixels = images / 255
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": pixels.mean(),
        "std": pixels.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
