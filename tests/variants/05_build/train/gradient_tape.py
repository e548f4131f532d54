"""A training loop from scratch with its own loss and optimizer."""


def train(model, images, labels, validation_data, epochs):
    import tensorflow as tf

    optimizer = keras.optimizers.Adam(1e-3)
    cost = keras.losses.SparseCategoricalCrossentropy()
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        losses = []
        order = np.random.permutation(len(images))
        for chosen in np.array_split(order, max(1, len(order) // 32)):
            with tf.GradientTape() as tape:
                loss = cost(labels[chosen], model(images[chosen], training=True))
            gradients = tape.gradient(loss, model.trainable_weights)
            optimizer.apply_gradients(zip(gradients, model.trainable_weights))
            losses.append(float(loss))
        held_images, held_labels = validation_data
        answers = model(held_images, training=False)
        history.on_epoch_end(
            epoch,
            {
                "loss": np.mean(losses),
                "val_loss": float(cost(held_labels, answers)),
                "val_accuracy": np.mean(np.argmax(answers, axis=1) == held_labels),
            },
        )
    return history
