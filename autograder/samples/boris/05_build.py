# %% exercise="cross_entropy"
def cross_entropy(probabilities, labels):
    losses = keras.losses.sparse_categorical_crossentropy(
        np.asarray(labels), np.asarray(probabilities, dtype="float64")
    )
    return float(np.mean(losses))

# %% exercise="count_conv2d_parameters"
def count_conv2d_parameters(filters, kernel_size, input_channels):
    rows, columns = np.broadcast_to(kernel_size, 2)
    return int(rows * columns * input_channels * filters + filters)

# %% exercise="model_plan"
def model_plan():
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100),
            layers.Dense(10),
        ]
    )
    return [
        (type(layer).__name__, tuple(layer.output.shape[1:]), layer.count_params())
        for layer in network.layers
    ]

# %% exercise="build_baseline"
def build_baseline():
    images = keras.Input((28, 28, 1))
    features = layers.Conv2D(16, 3, strides=2, activation="relu")(images)
    features = layers.BatchNormalization()(features)
    features = layers.GlobalAveragePooling2D()(layers.Conv2D(32, 3, activation="relu")(features))
    model = keras.Model(images, layers.Dense(10)(features))
    model.compile(
        "adam",
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model

# %% exercise="train"
def train(model, images, labels, validation_data, epochs):
    history = model.fit(
        x=np.array(images),
        y=np.array(labels),
        epochs=epochs,
        batch_size=64,
        validation_data=tuple(validation_data),
        verbose=0,
    )
    return history

# %% exercise="predict_digits"
def predict_digits(model, images):
    return np.array(model(images)).argmax(axis=-1)
