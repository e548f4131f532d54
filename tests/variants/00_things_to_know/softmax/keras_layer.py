"""A layer of Keras."""


def softmax(logits):
    return layers.Softmax()(logits)
