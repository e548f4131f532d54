"""Folds in the outer loop, scored by `evaluate`; the rows are filled afterwards."""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    results = {name: [] for name in configurations}
    splitter = StratifiedKFold(n_splits=k, shuffle=True, random_state=seed)
    for training, held_out in splitter.split(np.zeros(len(labels)), labels):
        for name in configurations:
            model = build_model(**configurations[name])
            model.fit(images[training], labels[training], epochs=epochs, verbose=0)
            _, accuracy = model.evaluate(images[held_out], labels[held_out], verbose=0)
            results[name].append(accuracy)
    rows = []
    for name, scores in results.items():
        scores = np.array(scores)
        rows.append(dict(name=name, scores=scores, mean=scores.mean(), std=scores.std(ddof=1)))
    return tuple(rows)
