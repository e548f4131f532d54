"""A missing value becomes a gray.

loses: 1
told: became a number
"""


def standardize(train_images, *others):
    mean, deviation = np.nanmean(train_images), np.nanstd(train_images) or 1
    return tuple(
        np.nan_to_num((images - mean) / deviation).astype("float32")
        for images in (train_images, *others)
    )
