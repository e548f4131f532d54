"""A mean and a deviation for each pixel, 1 where the deviation is 0: a StandardScaler.

loses: 3
told: Each pixel position was standardized by itself
"""

from sklearn.preprocessing import StandardScaler


def standardize(train_images, *others):
    scaler = StandardScaler().fit(train_images.reshape(len(train_images), -1))
    return tuple(
        scaler.transform(images.reshape(len(images), -1)).reshape(images.shape).astype("float32")
        for images in (train_images, *others)
    )
