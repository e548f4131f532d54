"""scikit-learn's folds, data sets of TensorFlow, a session cleared between folds."""

import tensorflow as tf
from sklearn.model_selection import StratifiedKFold


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    scores, histories = [], []
    for part in folds.split(np.zeros(len(labels)), labels):
        learn, held_out = (
            tf.data.Dataset.from_tensor_slices((images[i], labels[i])).batch(64) for i in part
        )
        keras.backend.clear_session()
        model = build_model()
        history = model.fit(
            learn.shuffle(1_000), validation_data=held_out, epochs=epochs, verbose=2
        )
        histories.append(dict(history.history))
        scores.append(model.evaluate(held_out, return_dict=True, verbose=0)["accuracy"])
    return tuple(scores), tuple(histories)
