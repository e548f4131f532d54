"""The dropout layer stands before the hidden layer.

loses: 2
told: are not those of the hidden layer
"""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    stack = [layers.Input((28, 28, 1)), layers.Conv2D(8, 5, strides=2, activation="relu")]
    if batch_norm:
        stack.append(layers.BatchNormalization())
    stack += [layers.MaxPooling2D(2), layers.Flatten()]
    if dropout:
        stack.append(layers.Dropout(dropout))
    stack += [layers.Dense(dense_units, activation="relu"), layers.Dense(10, activation="softmax")]
    model = keras.Sequential(stack)
    model.compile(
        keras.optimizers.Adam(learning_rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
