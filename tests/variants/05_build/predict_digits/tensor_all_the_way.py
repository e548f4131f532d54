"""Calls the model itself; TensorFlow takes the argmax and a tensor is returned."""


def predict_digits(model, images):
    import tensorflow as tf

    return tf.argmax(model(images, training=False), axis=-1)
