"""The square root forgotten.

loses: 2
told: which is the variance
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
        "std": images.var(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
