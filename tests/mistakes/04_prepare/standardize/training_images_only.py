"""The others are forgotten.

loses: 5
told: Only one array came back
"""


def standardize(train_images, *others):
    result = ((train_images - train_images.mean()) / (train_images.std() or 1)).astype("float32")
    return result if others else (result,)
