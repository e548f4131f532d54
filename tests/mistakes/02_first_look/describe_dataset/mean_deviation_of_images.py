"""Deviation within each image, then averaged.

loses: 2
told: taken in each image, and then averaged
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
        "std": images.std(axis=(1, 2)).mean(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
