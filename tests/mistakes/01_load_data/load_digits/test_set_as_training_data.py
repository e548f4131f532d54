"""The test digits are appended to the training digits.

loses: 2
told: test images are among the training images
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    images, labels = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    return (images, labels), (x_test, y_test)
