"""The labels were not handed to `fit`.

loses: 6
told: images without labels
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        held_out = images[validation_index], labels[validation_index]
        model = build_model()
        history = model.fit(images[train_index], validation_data=held_out, epochs=epochs, verbose=0)
        histories.append(history.history)
        scores.append(history.history["val_accuracy"][-1])
    return scores, histories
