"""One model whose initial weights are restored before each fold; accuracy by predictions."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    model = build_model()
    start = model.get_weights()
    results = []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model.set_weights(start)
        history = model.fit(
            images[train_index],
            labels[train_index],
            epochs=epochs,
            validation_data=(images[validation_index], labels[validation_index]),
            verbose=0,
        )
        seen_as = model.predict(images[validation_index], verbose=0).argmax(axis=1)
        results.append((np.mean(seen_as == labels[validation_index]), history.history))
    return [score for score, _ in results], [history for _, history in results]
