"""One `fit` for each epoch, and a dictionary of its own for what is measured."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = np.zeros(k), [{"accuracy": [], "val_accuracy": []} for _ in range(k)]
    for fold, (train_index, validation_index) in enumerate(stratified_folds(labels, k, seed=seed)):
        model = build_model()
        for _ in range(epochs):
            model.fit(images[train_index], labels[train_index], verbose=0)
            for name, part in (("accuracy", train_index), ("val_accuracy", validation_index)):
                measured = model.evaluate(images[part], labels[part], verbose=0, return_dict=True)
                histories[fold][name].append(measured["accuracy"])
        scores[fold] = histories[fold]["val_accuracy"][-1]
    return scores, histories
