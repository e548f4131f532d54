"""Uses the notebook's variables instead of the arguments.

loses: 1
told: `x_train`
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(prepare(x_train), y_train, epochs=epochs, validation_data=validation_data)
