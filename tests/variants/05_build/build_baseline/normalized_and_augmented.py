"""Augmentation and rescaling inside, batch normalization, leaky ReLU and dropout as layers."""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.RandomTranslation(0.1, 0.1),
            layers.Rescaling(2.0, offset=-1.0),
            layers.Conv2D(8, 3, use_bias=False),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            layers.MaxPooling2D(3),
            layers.Dropout(0.25),
            layers.Flatten(),
            layers.Dense(32),
            layers.Activation("tanh"),
            layers.Dropout(0.5),
            layers.Dense(10),
            layers.Softmax(),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.AdamW(1e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=["sparse_categorical_accuracy"],
    )
    return model
