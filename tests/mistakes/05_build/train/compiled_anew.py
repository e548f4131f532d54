"""Compiles the model once more, with a loss and an optimizer of its own.

loses: 1
told: compiled the model anew
"""


def train(model, images, labels, validation_data, epochs):
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data, verbose=0)
