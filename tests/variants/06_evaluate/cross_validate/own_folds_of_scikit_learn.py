"""StratifiedKFold of scikit-learn in place of one's own folds; True and False in place of positions."""

from sklearn.model_selection import StratifiedKFold


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    splitter = StratifiedKFold(n_splits=k, shuffle=True, random_state=seed)
    scores, histories = [], []
    for _, validation_index in splitter.split(images, labels):
        held_out = np.zeros(len(labels), dtype=bool)
        held_out[validation_index] = True
        model = build_model()
        run = model.fit(
            images[~held_out],
            labels[~held_out],
            validation_data=(images[held_out], labels[held_out]),
            epochs=epochs,
            verbose=0,
        )
        _, accuracy = model.evaluate(images[held_out], labels[held_out], verbose=0)
        scores.append(accuracy)
        histories.append(run.history)
    return np.array(scores), histories
