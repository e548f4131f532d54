"""validation_split takes a tenth of each fold's training images away.

loses: 2
told: `validation_split` takes
"""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    folds = list(StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels))
    rows = []
    for name, settings in configurations.items():
        scores = []
        for a, b in folds:
            model = build_model(**settings)
            model.fit(images[a], labels[a], epochs=epochs, validation_split=0.1, verbose=0)
            scores.append(model.evaluate(images[b], labels[b], verbose=0)[1])
        rows.append(
            {"name": name, "scores": scores, "mean": np.mean(scores), "std": np.std(scores, ddof=1)}
        )
    return rows
