"""What the functions of section 06 do on other labels, models and scores than its checks'."""

import random

import numpy as np
from common import FittedModel, Namespace, drawing, marks, prepared, within, words

from autograder.mutation.behavior import call

rng = np.random.default_rng(26)
images, labels = prepared(2000, 2100)
uneven = np.repeat([8, 1, 5], [17, 9, 23])
rng.shuffle(uneven)
scores = np.array([0.913, 0.957, 0.921, 0.94, 0.966])


def _are_folds(folds, labels: np.ndarray, k: int):
    """Tell whether folds are stratified and complete. The order of everything is free."""
    per_class = [[np.sum(labels[held] == c) for c in np.unique(labels)] for _, held in folds]
    sizes = np.unique(labels, return_counts=True)[1]
    return {
        "folds": len(folds),
        "held once": sorted(np.concatenate([held for _, held in folds]).tolist()),
        "others": [
            sorted([*train.tolist(), *held.tolist()]) == list(range(len(labels)))
            for train, held in folds
        ],
        "shares": bool(
            (np.array(per_class) >= sizes // k).all()
            and (np.array(per_class) <= -(-sizes // k)).all()
        ),
    }


def _as_set(folds):
    return {frozenset(held.tolist()) for _, held in folds}


def _folds(labels: np.ndarray, k: int, seed: int):
    """Observe what is promised of folds."""

    def look(notebook: Namespace):
        cut = notebook["stratified_folds"]
        given = labels.copy()
        before = np.random.get_state()[1].tolist(), random.getstate()
        folds = cut(given, k, seed)
        return {
            **_are_folds(folds, labels, k),
            "again": _as_set(cut(labels, k, seed)) == _as_set(folds),
            "another": any(_as_set(cut(labels, k, s)) != _as_set(folds) for s in (50, 51, 52)),
            "shuffled": any(np.ptp(held) > len(labels) // 2 for _, held in folds),
            "changed": not np.array_equal(given, labels),
            "left alone": before == (np.random.get_state()[1].tolist(), random.getstate()),
        }

    return look


def _cross_validation(**settings):
    """Observe which models are trained on what, and what is returned of their histories."""

    def look(notebook: Namespace):
        models: list[FittedModel] = []

        def build_model():
            models.append(FittedModel())
            return models[-1]

        validate = notebook["cross_validate"]
        found, histories = validate(build_model, images, labels, **settings)
        first = list(models)
        validate(build_model, images, labels, **settings)
        again = models[len(first) :]
        validate(build_model, images, labels, **{**settings, "seed": 77})
        other = models[len(first) + len(again) :]
        (*fits,) = (fit for model in first for fit in model.fits)
        folds = [(_positions(fit["x"]), _positions(fit["watched"][0])) for fit in fits]
        return {
            "fits of each": [len(model.fits) for model in first],
            "epochs": [fit["epochs"] for fit in fits],
            **_are_folds(folds, labels, len(fits)),
            "labels fit": all(
                np.array_equal(given, labels[place])
                for fit, (train, held) in zip(fits, folds, strict=True)
                for given, place in ((fit["y"], train), (fit["watched"][1], held))
            ),
            "last scores": [
                score == fit["history"]["val_accuracy"][-1]
                for score, fit in zip(found, fits, strict=True)
            ],
            "histories": [
                {**history} == fit["history"] for history, fit in zip(histories, fits, strict=True)
            ],
            "again": _held(again) == _held(first),
            "another seed": _held(other) != _held(first),
        }

    return look


def _positions(given: np.ndarray) -> np.ndarray:
    """Return where prepared images stand among ours."""
    known = {image.tobytes(): place for place, image in enumerate(images)}
    return np.array([known[image.tobytes()] for image in np.asarray(given)])


def _held(models):
    return {
        frozenset(_positions(fit["watched"][0]).tolist()) for model in models for fit in model.fits
    }


def _fold_scores(axes):
    """Tell where the scores stand, and the words. At which places the folds stand is free."""
    return [
        {
            **words(ax),
            "scores": np.unique(marks(ax), axis=0)[:, 1],  # what is drawn twice looks the same
            "seen": within(ax, marks(ax)),
        }
        for ax in axes
    ]


OBSERVATIONS = {
    "stratified_folds": [
        _folds(uneven, 3, 4),
        _folds(labels, 7, 0),
        _folds(np.sort(labels), 2, 9),
        call("stratified_folds", uneven, 1, 0),
        call("stratified_folds", uneven, 0, 0),
    ],
    "cross_validate": [
        _cross_validation(k=4, epochs=3, seed=2),
        _cross_validation(),
        _cross_validation(k=2, epochs=1, seed=8),
    ],
    "summarize_scores": [
        call("summarize_scores", scores),
        call("summarize_scores", [0.5, 0.75]),
        call("summarize_scores", rng.random(9)),
        call("summarize_scores", [0.8, 0.8, 0.8]),
    ],
    "plot_fold_scores": [
        drawing(_fold_scores, "plot_fold_scores", scores),
        drawing(_fold_scores, "plot_fold_scores", [0.31, 0.64]),
        drawing(_fold_scores, "plot_fold_scores", np.sort(rng.random(10))),
    ],
}
