"""A network of its own, whatever `build_model` is.

loses: 2
told: does not build its models by
"""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    folds = list(StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels))
    rows = []
    for name, settings in configurations.items():
        scores = []
        for training, held_out in folds:
            model = keras.Sequential(
                [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10)]
            )
            model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
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
