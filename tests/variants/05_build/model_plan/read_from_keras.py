"""Builds the network and reads the plan from it; names are Keras's own for these layers."""


def model_plan():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(100),
            layers.Dense(10),
        ]
    )
    return [(layer.name, layer.output.shape[1:], layer.count_params()) for layer in model.layers]
