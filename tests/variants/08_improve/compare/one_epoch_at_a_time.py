"""Calls fit once for each epoch, and evaluates by name of the metric; statistics of the library."""

import statistics


def _accuracy(model, images, labels):
    measured = model.evaluate(images, labels, verbose=0, return_dict=True)
    return next(value for name, value in measured.items() if "accuracy" in name)


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    folds = tuple(StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels))
    rows = []
    for name, settings in configurations.items():
        scores = []
        for train, test in folds:
            keras.utils.set_random_seed(seed)
            model = build_model(**settings)
            for epoch in range(epochs):
                model.fit(
                    images[train], labels[train], initial_epoch=epoch, epochs=epoch + 1, verbose=0
                )
            scores.append(float(_accuracy(model, images[test], labels[test])))
            keras.backend.clear_session()
        rows.append(
            {
                "name": name,
                "scores": scores,
                "mean": statistics.fmean(scores),
                "std": statistics.stdev(scores),
            }
        )
    return rows
