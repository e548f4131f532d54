"""All sets in a row.

loses: 5
told: with all sets in a row
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    everything = np.concatenate((train_images, *others))
    return ((everything - mean) / deviation).astype("float32")
