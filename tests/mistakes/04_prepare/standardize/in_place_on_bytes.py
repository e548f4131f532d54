"""`-=` on the uint8 array that came in.

loses: 5
told: refused to write fractions
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    for images in (train_images, *others):
        images -= mean
        images /= deviation
    return (train_images, *others)
