"""A layer of Keras and its optimizer, in single precision."""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    model = keras.Sequential([keras.Input((len(weights),)), layers.Dense(len(bias))])
    model.set_weights([weights, bias])
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        run_eagerly=True,
    )
    model.train_on_batch(inputs, labels)
    return model.get_weights()
