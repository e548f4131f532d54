"""Two models in one: a small residual extractor of features, and a head that reads it."""


def _features(batch_norm):
    images = layers.Input((28, 28, 1))
    maps = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(images)
    branch = layers.Conv2D(8, 3, padding="same", activation="relu")(maps)
    if batch_norm:
        branch = layers.BatchNormalization()(branch)
    together = layers.Add()([maps, branch])
    return keras.Model(images, layers.Flatten()(layers.MaxPooling2D()(together)), name="features")


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential([layers.Input((28, 28, 1)), _features(batch_norm)])
    model.add(layers.Dense(dense_units, activation="gelu"))
    if dropout:
        model.add(layers.Dropout(dropout))
    model.add(layers.Dense(10))
    model.add(layers.Softmax())
    model.compile(
        optimizer=keras.optimizers.AdamW(learning_rate=learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return model
