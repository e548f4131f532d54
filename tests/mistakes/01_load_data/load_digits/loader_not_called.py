"""The loader itself is returned, without brackets.

loses: 4
told: of the type function
"""


def load_digits():
    from keras.datasets import mnist

    return mnist.load_data
