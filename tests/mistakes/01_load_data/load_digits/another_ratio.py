"""All digits are pooled and a fifth becomes the test set, with another size.

loses: 1
told: training images, and the set has
"""


def load_digits():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    images, labels = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    end = int(len(images) * 0.9)
    return (images[:end], labels[:end]), (images[end:], labels[end:])
