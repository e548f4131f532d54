"""Shuffles the caller's own arrays.

loses: 1
told: were changed
"""


def train(model, images, labels, validation_data, epochs):
    state = np.random.get_state()
    np.random.shuffle(images)
    np.random.set_state(state)
    np.random.shuffle(labels)
    return model.fit(images, labels, epochs=epochs, validation_data=validation_data)
