"""Images with images and labels with labels, as scikit-learn orders them.

loses: 4
told: images and images
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    return (x_train, x_test), (y_train, y_test)
