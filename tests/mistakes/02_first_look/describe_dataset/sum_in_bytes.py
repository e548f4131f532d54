"""Python's own `sum`, which keeps the type of the pixels and wraps at 256.

loses: 2
told: The sum was taken in bytes
"""

import warnings


def describe_dataset(images, labels):
    warnings.simplefilter("ignore")
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": sum(images.ravel()) / images.size,
        "std": images.std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images == 0).mean(),
    }
