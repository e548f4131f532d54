"""A key spelled otherwise.

loses: 3
told: There is no key “n_images”
"""


def describe_dataset(images, labels):
    return {
        "n": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zeros": (images == 0).mean(),
    }
