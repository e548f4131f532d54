"""Builds a model of its own and trains that.

loses: 3
told: was not trained
"""


def train(model, images, labels, validation_data, epochs):
    model = keras.Sequential(
        [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, activation="softmax")]
    )
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data, verbose=0)
