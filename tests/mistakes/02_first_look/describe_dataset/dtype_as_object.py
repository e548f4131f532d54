"""The dtype itself, which is no text.

loses: 2
told: dtype is an object of the type
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": images.dtype,
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
