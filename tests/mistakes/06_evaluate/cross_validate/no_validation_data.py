"""Asks for held-out values without handing over held-out digits.

loses: 6
told: The history has no such list
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        history = build_model().fit(
            images[train_index], labels[train_index], epochs=epochs, verbose=0
        )
        scores.append(history.history["val_accuracy"][-1])
        histories.append(history.history)
    return scores, histories
