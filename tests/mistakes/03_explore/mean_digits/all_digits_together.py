"""One mean over everything.

loses: 4
told: one image, of all digits together
"""


def mean_digits(images, labels):
    return images.mean(axis=0)
