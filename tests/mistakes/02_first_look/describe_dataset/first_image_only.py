"""The first image described in place of all.

loses: 3
told: Mean and deviation are those of the first image alone
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images[0].min(),
        "max": images[0].max(),
        "mean": images[0].mean(),
        "std": images[0].std(),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": (images[0] == 0).mean(),
    }
