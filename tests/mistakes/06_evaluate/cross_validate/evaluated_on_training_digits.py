"""Evaluates the training index.

loses: 3
told: measured only on digits that it learned from
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = build_model()
        history = model.fit(images[train_index], labels[train_index], epochs=epochs, verbose=0)
        scores.append(model.evaluate(images[train_index], labels[train_index], verbose=0)[1])
        histories.append(history.history)
    return scores, histories
