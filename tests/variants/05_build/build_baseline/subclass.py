"""A subclassed model whose activations stand in its call; Keras does not know its input shape."""


def build_baseline():
    class Baseline(keras.Model):
        def __init__(self):
            super().__init__()
            self.conv = layers.Conv2D(8, 5, strides=2)
            self.flatten = layers.Flatten()
            self.out = layers.Dense(10)

        def call(self, images):
            return self.out(self.flatten(keras.ops.relu(self.conv(images))))

    model = Baseline()
    model.compile(
        optimizer=keras.optimizers.RMSprop(1e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model
