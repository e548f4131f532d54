"""Mean and deviation over training and held-out images together.

loses: 3
told: that of all sets together is 0
"""


def standardize(train_images, *others):
    everything = np.concatenate([train_images, *others])
    mean, deviation = everything.mean(), everything.std() or 1
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
