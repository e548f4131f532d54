"""scikit-learn has a function of the same name, for another data set.

loses: 3
told: ship with scikit-learn
"""

from sklearn import datasets


def load_digits():
    digits = datasets.load_digits()
    images, labels = digits.images, digits.target
    return (images[:1500], labels[:1500]), (images[1500:], labels[1500:])
