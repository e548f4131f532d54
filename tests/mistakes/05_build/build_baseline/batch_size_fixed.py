"""The model takes batches of exactly 32 images.

loses: 6
told: fixed number of images
"""


def build_baseline():
    inputs = layers.Input((28, 28, 1), batch_size=32)
    x = layers.Reshape((784,))(layers.Conv2D(1, 1, activation="relu")(inputs))
    x = keras.ops.reshape(x, (32, 784))
    model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
