"""Always five folds.

loses: 6
told: 5 trainings took place
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, 5, seed):
        model = build_model()
        history = model.fit(
            images[train_index],
            labels[train_index],
            validation_data=(images[validation_index], labels[validation_index]),
            epochs=epochs,
            verbose=0,
        )
        scores.append(history.history["val_accuracy"][-1])
        histories.append(history.history)
    return scores, histories
