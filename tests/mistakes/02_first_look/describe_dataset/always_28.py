"""The size of MNIST images, whatever comes.

loses: 2
told: not all images have 28 × 28 pixels
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": 28,
        "width": 28,
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(),
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
