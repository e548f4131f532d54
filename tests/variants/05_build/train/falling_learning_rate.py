"""The learning rate falls, and the History is taken from the model. Written from the notebook alone."""

import keras


def train(model, images, labels, validation_data, epochs):
    def slower(epoch, rate):
        return rate * 0.9 if epoch else rate

    held_images, held_labels = validation_data
    model.fit(
        x=images,
        y=labels,
        batch_size=16,
        epochs=epochs,
        callbacks=[keras.callbacks.LearningRateScheduler(slower)],
        validation_data=(held_images, held_labels),
        verbose=0,
    )
    return model.history
