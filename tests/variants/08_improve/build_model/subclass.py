"""A subclass that gives scores; its parts stand in lists, and Keras does not know its input."""


class Network(keras.Model):
    def __init__(self, dropout, batch_norm, dense_units):
        super().__init__()
        self.features = [layers.Conv2D(8, 5, strides=2), layers.ReLU(), layers.Flatten()]
        if batch_norm:
            self.features.insert(1, layers.BatchNormalization())
        self.hidden = layers.Dense(dense_units, activation="relu")
        self.drop = layers.Dropout(dropout)
        self.scores = layers.Dense(10)

    def call(self, images, training=None):
        x = images
        for layer in self.features:
            x = layer(x, training=training) if "batch" in layer.name else layer(x)
        return self.scores(self.drop(self.hidden(x), training=training))


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    model = Network(dropout, batch_norm, dense_units)
    model.compile(
        optimizer=keras.optimizers.RMSprop(learning_rate=learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model
