"""By the loss class of Keras."""


def cross_entropy(probabilities, labels):
    return float(keras.losses.SparseCategoricalCrossentropy()(labels, probabilities))
