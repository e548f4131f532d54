"""The functional style, with momentum, bends in the layers, and dropout always there, at rate 0."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    image = layers.Input((28, 28, 1))
    x = layers.Conv2D(12, 3, activation="relu")(image)
    x = layers.MaxPooling2D(4)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(dense_units, activation="relu")(x)
    if batch_norm:
        x = layers.BatchNormalization()(x)
    x = layers.Dropout(dropout)(x)
    model = keras.Model(image, layers.Dense(10, activation="softmax")(x))
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate, momentum=0.9),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["sparse_categorical_accuracy"],
    )
    return model
