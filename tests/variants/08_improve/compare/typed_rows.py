"""Over-careful: a TypedDict, checked arguments, private copies of everything that is handed in."""

import copy
from collections.abc import Mapping
from typing import Any, TypedDict


class Row(TypedDict):
    name: str
    scores: list[float]
    mean: float
    std: float


def _score(settings: Mapping[str, Any], images, labels, fold, epochs: int) -> float:
    train, test = fold
    model = build_model(**copy.deepcopy(dict(settings)))
    model.fit(images[train].copy(), labels[train].copy(), epochs=epochs, batch_size=16, verbose=0)
    right = model.predict(images[test], batch_size=256, verbose=0).argmax(axis=1) == labels[test]
    return int(right.sum()) / len(test)


def compare(
    configurations: Mapping[str, Mapping[str, Any]],
    images,
    labels,
    k: int = 5,
    epochs: int = 5,
    seed: int = 0,
) -> list[Row]:
    if len(images) != len(labels):
        raise ValueError(f"{len(images)} images, but {len(labels)} labels.")
    images, labels = np.array(images, "float32"), np.array(labels, "int64")
    folds = list(StratifiedKFold(n_splits=k, shuffle=True, random_state=seed).split(images, labels))
    rows: list[Row] = []
    for name, settings in configurations.items():
        scores = [_score(settings, images, labels, fold, epochs) for fold in folds]
        mean = sum(scores) / k
        spread = (sum((score - mean) ** 2 for score in scores) / (k - 1)) ** 0.5
        rows.append(Row(name=str(name), scores=scores, mean=mean, std=spread))
    return rows
