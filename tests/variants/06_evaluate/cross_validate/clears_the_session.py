"""Older idioms: K.clear_session between folds, models deleted, NumPy arrays filled in."""

import gc

from keras import backend as K


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores = np.zeros(k)
    histories = [None] * k
    folds = stratified_folds(labels, k=k, seed=seed)
    for i in range(k):
        K.clear_session()
        tr, va = np.array(folds[i][0]), np.array(folds[i][1])
        model = build_model()
        h = model.fit(
            images[tr],
            labels[tr],
            batch_size=64,
            epochs=epochs,
            validation_data=(images[va], labels[va]),
            verbose=0,
        )
        scores[i] = h.history["val_accuracy"][-1]
        histories[i] = h.history
        del model
        gc.collect()
    return scores, histories
