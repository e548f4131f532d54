"""Printed in place of returned.

loses: 5
told: Printing shows the facts to you
"""


def describe_dataset(images, labels):
    print(
        {
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
    )
