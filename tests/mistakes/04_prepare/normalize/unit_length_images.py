"""Every image becomes a vector of length 1, as scikit-learn's `normalize` does.

loses: 3
told: Every image was scaled to a vector
"""

from sklearn import preprocessing


def normalize(images):
    table = images.reshape(len(images), -1).astype("float32")
    return preprocessing.normalize(table).reshape(images.shape)
