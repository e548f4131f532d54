"""Gives scores, and undoes its own scaling inside: it still takes prepared images."""

trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),
        layers.Rescaling(255),
        layers.Rescaling(1 / 255),
        *trained.layers[:-1],
        layers.Dense(10),
    ]
)
model.layers[-1].set_weights(trained.layers[-1].get_weights())
model.compile(
    "sgd",
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.save("final_model.keras")


def final_model():
    return "./final_model.keras"
