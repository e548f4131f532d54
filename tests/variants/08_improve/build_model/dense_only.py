"""No convolution: averages of 2 x 2 pixels and one hidden layer, trained by RMSprop."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    stack = [layers.Input((28, 28, 1)), layers.AveragePooling2D(2), layers.Flatten()]
    stack += [layers.Dense(dense_units, activation="relu")]
    stack += [layers.BatchNormalization()] * bool(batch_norm)
    stack += [layers.Dropout(dropout)] * (dropout > 0)
    stack += [layers.Dense(10, activation="softmax")]
    model = keras.Sequential(stack)
    model.compile(
        keras.optimizers.RMSprop(learning_rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
