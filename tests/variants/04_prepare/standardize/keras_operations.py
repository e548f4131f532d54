"""By Keras's operations, in float32; returns tensors in a list."""

from keras import ops


def standardize(train_images, *others):
    train = ops.cast(train_images, "float32")
    mean, deviation = ops.mean(train), ops.std(train)
    deviation = ops.where(deviation == 0, 1.0, deviation)
    return [(ops.cast(images, "float32") - mean) / deviation for images in (train_images, *others)]
