"""tf.data and tf.gather, with all models built before the first is trained."""

import tensorflow as tf


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    x, y = tf.constant(images), tf.constant(labels)
    models = [build_model() for _ in range(k)]
    scores = []
    histories = []
    for model, (learned, held) in zip(models, stratified_folds(labels, k, seed), strict=True):
        training, testing = (
            tf.data.Dataset.from_tensor_slices((tf.gather(x, index), tf.gather(y, index)))
            for index in (learned, held)
        )
        training = training.shuffle(len(learned), seed=seed).batch(50)
        result = model.fit(training, validation_data=testing.batch(200), epochs=epochs, verbose=0)
        scores.append(result.history["val_accuracy"][-1])
        histories.append(dict(result.history))
    return scores, histories
