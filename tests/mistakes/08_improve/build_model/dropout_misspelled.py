"""An argument has another name.

loses: 5
told: unexpected keyword argument
"""


def build_model(learning_rate=0.001, drop_out=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential([layers.Input((28, 28, 1)), layers.Conv2D(8, 5, strides=2)])
    if batch_norm:
        model.add(layers.BatchNormalization())
    model.add(layers.ReLU())
    model.add(layers.Flatten())
    model.add(layers.Dense(dense_units, activation="relu"))
    if drop_out:
        model.add(layers.Dropout(drop_out))
    model.add(layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
