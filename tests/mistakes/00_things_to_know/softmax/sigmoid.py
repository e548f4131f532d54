"""Each by itself.

loses: 4
told: a row does not sum to 1
"""


def softmax(logits):
    return 1 / (1 + np.exp(-logits))
