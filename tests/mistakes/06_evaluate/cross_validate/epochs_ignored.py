"""The number of epochs is written into the function.

loses: 2
told: a model trained for 5
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = build_model()
        history = model.fit(
            images[train_index],
            labels[train_index],
            validation_data=(images[validation_index], labels[validation_index]),
            epochs=5,
            verbose=0,
        )
        scores.append(history.history["val_accuracy"][-1])
        histories.append(history.history)
    return scores, histories
