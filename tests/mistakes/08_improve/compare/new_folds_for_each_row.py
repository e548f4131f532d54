"""The folds are made anew for each configuration, each time with another seed.

loses: 1
told: scored on different folds
"""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    rows = []
    for name, settings in configurations.items():
        scores = []
        splitter = StratifiedKFold(k, shuffle=True, random_state=seed + len(rows))
        folds = list(splitter.split(images, labels))
        for training, held_out in folds:
            model = build_model(**settings)
            history = model.fit(
                images[training],
                labels[training],
                epochs=epochs,
                validation_data=(images[held_out], labels[held_out]),
                verbose=0,
            )
            scores.append(history.history["val_accuracy"][-1])
        rows.append(
            {
                "name": name,
                "scores": scores,
                "mean": np.mean(scores),
                "std": np.std(scores, ddof=1),
            }
        )
    return rows
