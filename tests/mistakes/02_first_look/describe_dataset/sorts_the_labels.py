"""The labels are sorted in place, and no longer belong to their images.

loses: 1
told: changed an array that it describes
"""


def describe_dataset(images, labels):
    labels.sort()
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
        "zero_fraction": (images == 0).mean(),
    }
