# %% exercise="cross_entropy"
def cross_entropy(probabilities, labels):
    return -sum(np.log10(row[label]) for row, label in zip(probabilities, labels))

# %% exercise="count_conv2d_parameters"
def count_conv2d_parameters(filters, kernel_size, input_channels):
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    return filters * (kernel_size[0] * kernel_size[1] + 1)

# %% exercise="model_plan"
def model_plan():
    return [
        ("Conv2D", (28, 28, 32), 320),
        ("MaxPooling2D", (14, 14, 32), 0),
        ("Flatten", (6272,), 0),
        ("Dense", (100,), 627_300),
        ("Dense", (10,), 1_010),
    ]

# %% exercise="build_baseline"
def build_baseline():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam",
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model

# %% exercise="train"
def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epochs=epochs, verbose=0)

# %% exercise="predict_digits"
def predict_digits(model, images):
    return model.predict(images, verbose=0)
