"""Batches of tf.data, weights and optimizer restored by building again, scores from a callback."""

import tensorflow as tf


class Last(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.accuracy = logs["val_accuracy"]


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    folds = list(StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels))

    def batches(positions):
        pairs = images[positions], labels[positions]
        return tf.data.Dataset.from_tensor_slices(pairs).batch(8)

    def score(settings, training, held_out):
        keras.backend.clear_session()
        last = Last()
        build_model(**settings).fit(
            batches(training),
            validation_data=batches(held_out),
            epochs=epochs,
            callbacks=[last],
            verbose=0,
        )
        return last.accuracy

    table = np.array([[score(s, *fold) for fold in folds] for s in configurations.values()])
    return [
        {"name": name, "scores": row, "mean": row.mean(), "std": row.std(ddof=1)}
        for name, row in zip(configurations, table, strict=True)
    ]
