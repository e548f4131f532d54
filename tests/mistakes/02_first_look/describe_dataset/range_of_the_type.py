"""The range that the type could hold.

loses: 2
told: Ask the pixels, not the type
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": np.iinfo(np.uint8).max,
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
