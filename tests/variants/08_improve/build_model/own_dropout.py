"""Dropout by a function of Keras instead of a layer of that name."""


class HiddenLayer(layers.Layer):
    def __init__(self, units, share):
        super().__init__()
        self.dense, self.share = layers.Dense(units, activation="relu"), share

    def call(self, values, training=False):
        values = self.dense(values)
        if training and self.share:
            values = keras.random.dropout(values, self.share)
        return values


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = keras.Sequential([keras.Input((28, 28, 1)), layers.MaxPooling2D(2), layers.Flatten()])
    model.add(HiddenLayer(dense_units, dropout))
    if batch_norm:
        model.add(layers.BatchNormalization())
    model.add(layers.Dense(10, activation=keras.activations.softmax))
    optimizer = keras.optimizers.AdamW(learning_rate=learning_rate)
    model.compile(
        optimizer=optimizer,
        loss=keras.losses.sparse_categorical_crossentropy,
        metrics=[keras.metrics.sparse_categorical_accuracy],
    )
    return model
