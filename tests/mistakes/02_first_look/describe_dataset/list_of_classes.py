"""The classes themselves in place of their number.

loses: 2
told: n_classes is an array
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
        "n_classes": np.unique(labels),
        "zero_fraction": (images == 0).mean(),
    }
