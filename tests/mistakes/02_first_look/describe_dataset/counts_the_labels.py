"""All labels counted, equal ones too.

loses: 2
told: This counts the labels
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
        "n_classes": len(labels),
        "zero_fraction": (images == 0).mean(),
    }
