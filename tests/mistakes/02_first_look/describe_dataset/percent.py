"""A percentage where a fraction was asked for.

loses: 2
told: It is a percentage
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
        "n_classes": len(np.unique(labels)),
        "zero_fraction": 100 * (images == 0).mean(),
    }
