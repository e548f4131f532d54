"""Width and height exchanged, which square images hide.

loses: 2
told: height and width have changed places
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[2],
        "width": images.shape[1],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
