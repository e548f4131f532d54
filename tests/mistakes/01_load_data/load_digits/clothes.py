"""Loads Fashion-MNIST.

loses: 4
told: pictures of clothes
"""


def load_digits():
    from keras.datasets import fashion_mnist

    return fashion_mnist.load_data()
