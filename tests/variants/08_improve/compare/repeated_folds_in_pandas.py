"""RepeatedStratifiedKFold with one repetition, and a pandas table of all scores, grouped by name."""

from functools import partial

import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import RepeatedStratifiedKFold


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    splitter = RepeatedStratifiedKFold(n_splits=k, n_repeats=1, random_state=seed)
    found = []
    for name, settings in configurations.items():
        build = partial(build_model, **settings)
        for train, test in splitter.split(images, labels):
            model = build()
            model.fit(x=images[train], y=labels[train], epochs=epochs, verbose=0, shuffle=True)
            told = model.predict_on_batch(images[test]).argmax(-1)
            found.append((name, accuracy_score(labels[test], told)))
    groups = pd.DataFrame(found, columns=["name", "score"]).groupby("name", sort=False)["score"]
    return [
        {"name": name, "scores": tuple(group), "mean": group.mean(), "std": group.std()}
        for name, group in groups
    ]
