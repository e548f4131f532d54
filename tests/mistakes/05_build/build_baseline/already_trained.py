"""Trains the model on a part of the training set before it is returned.

loses: 1
told: steps of training before it is handed over
"""


def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(prepare(x_train[:1000]), y_train[:1000], epochs=3, verbose=0)
    return model
