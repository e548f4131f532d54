"""The smallest float of Python is 0 in float32, so the logarithm of 0 comes back there.

loses: 1
told: with float32, which a Keras model answers in
"""

import sys


def cross_entropy(probabilities, labels):
    p = np.maximum(probabilities[np.arange(len(labels)), labels], sys.float_info.min)
    with np.errstate(divide="ignore"):
        return float(np.mean(-np.log(p)))
