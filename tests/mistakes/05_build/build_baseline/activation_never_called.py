"""A subclass makes an activation, and its `call` leaves it out, as happens in PyTorch's style.

loses: 1
told: an activation that no image passes (ReLU)
"""


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = layers.Flatten()
        self.relu = layers.ReLU()
        self.hidden = layers.Dense(100)
        self.digits = layers.Dense(10, activation="softmax")

    def call(self, images):
        return self.digits(self.hidden(self.flatten(images)))


def build_baseline():
    model = Network()
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
