"""Larger batches, a schedule, and a checkpoint of the best epoch; no progress bar."""


def train(model, images, labels, validation_data, epochs):
    halve = keras.callbacks.ReduceLROnPlateau(patience=1, factor=0.5)
    keep = keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True)
    return model.fit(
        x=np.array(images),
        y=np.array(labels),
        batch_size=128,
        epochs=epochs,
        verbose=0,
        shuffle=True,
        callbacks=[halve, keep],
        validation_data=validation_data,
    )
