"""The splitter runs again for each row; its seed makes the same folds. Scored by predictions."""

import pandas as pd


def accuracy_on(settings, images, labels, training, held_out, epochs):
    model = build_model(**{**settings})
    model.fit(x=images[training], y=labels[training], epochs=epochs, batch_size=16, verbose=0)
    digits = np.argmax(model.predict(images[held_out], verbose=0), axis=1)
    return np.mean(digits == labels[held_out])


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    def row_of(name, settings):
        folds = StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels)
        scores = [accuracy_on(settings, images, labels, *fold, epochs) for fold in folds]
        column = pd.Series(scores)
        return {"name": name, "scores": scores, "mean": column.mean(), "std": column.std()}

    return pd.DataFrame([row_of(*item) for item in configurations.items()])
