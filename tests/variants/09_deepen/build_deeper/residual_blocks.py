"""Residual blocks with normalization before each activation, read by global pooling."""


def _block(x, filters):
    shortcut = layers.Conv2D(filters, 1, strides=2)(x)
    y = layers.Conv2D(filters, 3, strides=2, padding="same", use_bias=False)(x)
    y = layers.ReLU()(layers.BatchNormalization()(y))
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(y)
    return layers.ReLU()(layers.Add()([layers.BatchNormalization()(y), shortcut]))


def build_deeper():
    images = keras.Input((28, 28, 1))
    x = _block(_block(images, 24), 48)
    x = layers.GlobalAveragePooling2D()(x)
    model = keras.Model(images, layers.Dense(10, activation="softmax")(x))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
