"""A model of Keras with nothing but the convolution counts. Written from the notebook alone."""

import keras


def count_conv2d_parameters(filters, kernel_size, input_channels):
    model = keras.Sequential(
        [
            keras.Input((None, None, input_channels)),
            keras.layers.Conv2D(filters, kernel_size, padding="same"),
        ]
    )
    return model.count_params()
