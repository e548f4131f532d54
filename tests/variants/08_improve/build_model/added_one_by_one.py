"""A beginner: an empty Sequential, layers added one by one, and a dropout layer that is always there."""


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28, 1)))
    model.add(layers.Conv2D(8, (5, 5), strides=(2, 2), activation="relu"))
    if batch_norm == True:  # noqa: E712 - as beginners write it
        model.add(layers.BatchNormalization())
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dense(dense_units, activation="relu"))
    model.add(layers.Dropout(dropout))
    model.add(layers.Dense(10, activation="softmax"))
    opt = keras.optimizers.Adam(learning_rate=learning_rate)
    model.compile(optimizer=opt, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
