"""Operations of Keras, a tensor."""


def dense(inputs, weights, bias):
    return keras.ops.add(keras.ops.matmul(inputs, weights), bias)
