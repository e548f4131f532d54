"""Measures by `evaluate` after training; no validation data."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = build_model()
        history = model.fit(images[train_index], labels[train_index], epochs=epochs, batch_size=128)
        _, accuracy = model.evaluate(images[validation_index], labels[validation_index], verbose=0)
        scores.append(accuracy)
        histories.append(history.history)
    return np.array(scores), histories
