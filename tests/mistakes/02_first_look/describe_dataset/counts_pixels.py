"""The number of all pixels in place of images.

loses: 2
told: n_images counts the pixels
"""


def describe_dataset(images, labels):
    return {
        "n_images": images.size,
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
