"""A beginner: held-out images as validation data, and the last val_accuracy of the history."""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    results = []
    for name in configurations:
        settings = configurations[name]
        kfold = StratifiedKFold(n_splits=k, shuffle=True, random_state=seed)
        scores = []
        for train, test in kfold.split(images, labels):
            model = build_model(**settings)
            history = model.fit(
                images[train],
                labels[train],
                epochs=epochs,
                validation_data=(images[test], labels[test]),
                verbose=0,
            )
            names = [n for n in history.history if n.startswith("val_") and "acc" in n]
            scores.append(history.history[names[0]][-1])
        result = {}
        result["name"] = name
        result["scores"] = scores
        result["mean"] = np.mean(scores)
        result["std"] = np.std(scores, ddof=1)
        results.append(result)
    return results
