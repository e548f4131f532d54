"""A loop over epochs and batches with train_on_batch, collected in a History."""


def train(model, images, labels, validation_data, epochs):
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        order = np.random.permutation(len(images))
        for start in range(0, len(images), 32):
            chosen = order[start : start + 32]
            logs = model.train_on_batch(images[chosen], labels[chosen], return_dict=True)
        held = model.test_on_batch(*validation_data, return_dict=True)
        history.on_epoch_end(epoch, {**logs, **{f"val_{k}": v for k, v in held.items()}})
    return history
