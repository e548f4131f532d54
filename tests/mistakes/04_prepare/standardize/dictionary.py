"""Named sets in a dictionary.

loses: 5
told: a dictionary
"""


def standardize(train_images, *others):
    mean, deviation = train_images.mean(), train_images.std() or 1
    names = ["train", *(f"other {i}" for i in range(len(others)))]
    return {
        name: (images - mean) / deviation for name, images in zip(names, (train_images, *others))
    }
