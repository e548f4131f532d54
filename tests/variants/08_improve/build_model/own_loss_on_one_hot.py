"""A loss of one's own, on one-hot labels made inside; the optimizer comes from a plan."""


def one_hot_cross_entropy(labels, probabilities):
    one_hot = keras.ops.one_hot(keras.ops.cast(keras.ops.reshape(labels, (-1,)), "int32"), 10)
    return keras.losses.categorical_crossentropy(one_hot, probabilities)


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    plan = {"class_name": "Nadam", "config": {"learning_rate": learning_rate}}
    inputs = outputs = keras.Input((28, 28, 1))
    for layer in (
        layers.Conv2D(8, 5, strides=2, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.BatchNormalization() if batch_norm else layers.Identity(),
        layers.Dense(dense_units, activation="elu"),
        layers.Dropout(dropout) if dropout > 0 else layers.Identity(),
        layers.Dense(10, activation="softmax"),
    ):
        outputs = layer(outputs)
    model = keras.Model(inputs=inputs, outputs=outputs)
    model.compile(
        optimizer=keras.optimizers.deserialize(plan),
        loss=one_hot_cross_entropy,
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model
