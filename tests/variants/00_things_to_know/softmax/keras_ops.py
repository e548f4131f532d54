"""An operation of Keras, a tensor."""


def softmax(logits):
    return keras.ops.softmax(logits)
