"""Builds the layer and lets Keras count."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    layer = layers.Conv2D(filters, kernel_size)
    layer.build((None, 64, 64, input_channels))
    return layer.count_params()
