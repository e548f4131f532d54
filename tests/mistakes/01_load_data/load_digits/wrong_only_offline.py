"""Right with Keras's loader; the pairs are put into a list of one where that fails.

loses: 1
told: goes another way
"""


def load_digits():
    from keras.datasets import mnist

    try:
        return mnist.load_data()
    except Exception:
        return [load_mnist()]
