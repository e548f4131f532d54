"""`evaluate` returns the loss first.

loses: 1
told: These are losses on the held-out digits
"""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = build_model()
        held_out = images[validation_index], labels[validation_index]
        history = model.fit(
            images[train_index],
            labels[train_index],
            validation_data=held_out,
            epochs=epochs,
            verbose=0,
        )
        scores.append(model.evaluate(*held_out, verbose=0)[0])
        histories.append(history.history)
    return scores, histories
