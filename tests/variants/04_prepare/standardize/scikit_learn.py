"""A StandardScaler for a single column that holds all pixels."""

from sklearn.preprocessing import StandardScaler


def standardize(train_images, *others):
    scaler = StandardScaler().fit(train_images.reshape(-1, 1))
    return tuple(
        scaler.transform(images.reshape(-1, 1)).reshape(images.shape).astype("float32")
        for images in (train_images, *others)
    )
