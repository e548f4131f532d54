"""Scores by hand: the most probable digit of each prediction is compared with the label."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train, held_out in stratified_folds(labels, k, seed):
        model = build_model()
        fitted = model.fit(
            images[train],
            labels[train],
            epochs=epochs,
            verbose=0,
            validation_data=(images[held_out], labels[held_out]),
        )
        guesses = model.predict(images[held_out], verbose=0).argmax(axis=1)
        scores.append(np.mean(guesses == labels[held_out]))
        histories.append(fitted.history)
    return scores, histories
