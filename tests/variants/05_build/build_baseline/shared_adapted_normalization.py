"""One normalization, adapted once, stands in every model, which is built by a first image."""

normalize = layers.Normalization(axis=None)
normalize.adapt(prepare(x_train[:200]))
augment = keras.Sequential([layers.RandomTranslation(0.1, 0.1)])


def build_baseline():
    model = keras.Sequential(
        [
            normalize,
            augment,
            layers.Conv2D(8, 3, strides=2, use_bias=False),
            layers.BatchNormalization(),
            layers.Activation("relu"),
            layers.Flatten(),
            layers.Dense(30),
            layers.LeakyReLU(),
            layers.Dense(10),
        ]
    )
    model(prepare(x_train[:5]))
    model.compile(
        keras.optimizers.Adam(),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model
