"""Rounded for the eye.

loses: 2
told: was rounded to 2 decimals
"""


def describe_dataset(images, labels):
    return {
        "n_images": len(images),
        "height": images.shape[1],
        "width": images.shape[2],
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": round(float(images.mean()), 2),
        "std": round(float(images.std()), 2),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": round(float((images == 0).mean()), 2),
    }
