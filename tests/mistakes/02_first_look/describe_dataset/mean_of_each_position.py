"""An axis kept: a mean image in place of a mean.

loses: 2
told: mean is an array of the shape
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(axis=0),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
