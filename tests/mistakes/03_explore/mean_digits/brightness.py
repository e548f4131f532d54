"""One number for each digit.

loses: 4
told: its mean brightness
"""


def mean_digits(images, labels):
    return np.array([images[labels == d].mean() for d in range(10)])
