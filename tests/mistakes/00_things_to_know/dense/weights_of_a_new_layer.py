"""A new layer of Keras, with random weights of its own.

loses: 3
told: gave different sums
"""


def dense(inputs, weights, bias):
    return np.asarray(layers.Dense(len(bias))(inputs))
