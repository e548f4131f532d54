"""Batches that are not full are dropped, and nothing is shuffled: some images are never shown.

loses: 1
told: are never shown, the same ones
"""


def train(model, images, labels, validation_data, epochs):
    import tensorflow as tf

    data = tf.data.Dataset.from_tensor_slices((images, labels)).batch(32, drop_remainder=True)
    return model.fit(data, epochs=epochs, validation_data=validation_data, verbose=0)
