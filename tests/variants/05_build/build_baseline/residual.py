"""A sum of two branches, with a softmax layer at the end. Written from the notebook alone."""

import keras
from keras import layers


def build_baseline():
    image = keras.Input((28, 28, 1), name="image")
    x = layers.Conv2D(16, 5, strides=2, padding="same")(image)
    x = layers.LeakyReLU(negative_slope=0.1)(x)
    y = layers.Conv2D(16, 3, padding="same", activation="gelu")(x)
    y = layers.Conv2D(16, 3, padding="same", activation="tanh")(y)
    x = layers.add([x, y])
    x = layers.Flatten()(x)
    x = layers.Dense(10)(x)
    digit = layers.Softmax(name="digit")(x)
    model = keras.Model(inputs=image, outputs=digit)
    model.compile(
        optimizer=keras.optimizers.AdamW(1e-3),
        loss={"digit": keras.losses.SparseCategoricalCrossentropy()},
        metrics={"digit": [keras.metrics.SparseCategoricalAccuracy(name="share_right")]},
    )
    return model
