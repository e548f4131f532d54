"""What the functions of section 08 do on other settings, models and scores than its checks'."""

from unittest import mock

import numpy as np
from common import (
    FittedModel,
    Namespace,
    agreement,
    bends_between,
    drawing,
    marks,
    names_at,
    prepared,
    within,
)

from autograder.mutation.behavior import call

rng = np.random.default_rng(28)
images, labels = prepared(2000, 2090)
steady = [0.95, 0.94, 0.96, 0.93, 0.95]
better = [0.97, 0.95, 0.97, 0.96, 0.96]


def _network(**settings):
    """Observe what arguments do to a model; the rest of its design is free."""

    def look(notebook: Namespace):
        model = notebook["build_model"](**settings)
        kinds = [type(layer).__name__ for layer in model.layers]
        return {
            "shape": model(images[:3]).shape,
            "learning rate": float(model.optimizer.learning_rate),
            "dropout": [layer.rate for layer in model.layers if "Dropout" in type(layer).__name__],
            "norms": kinds.count("BatchNormalization"),
            "hidden": [w.shape[-1] for w in model.weights if w.ndim == 2][:-1],
            "convolutions": kinds.count("Conv2D"),
            "bends": bends_between(model),
        }

    return look


def _baseline(notebook: Namespace):
    """Observe all that is demanded of the model without arguments."""
    model = notebook["build_model"]()
    return {
        **agreement(model, images[:30], labels[:30]),
        "input": model.input_shape[1:],
        "fresh": model is not notebook["build_model"](),
    }


def _comparison(configurations, **options):
    """Observe which models are trained on what, and the rows that come of it."""

    def look(notebook: Namespace):
        def run(**changed):
            built = []

            def build_model(**settings):
                built.append((settings, FittedModel()))
                return built[-1][1]

            with mock.patch.dict(notebook, build_model=build_model):
                rows = notebook["compare"](configurations, images, labels, **options | changed)
            return rows, built

        rows, built = run()
        fits = [fit for _, model in built for fit in model.fits]
        folds = _folds(built)
        k = options.get("k", 5)
        scores = [fit["history"]["val_accuracy"][-1] for fit in fits]
        per_class = [np.bincount(labels[list(held)], minlength=10) for held in folds[:k]]
        sizes = np.bincount(labels, minlength=10)
        return {
            "names": [row["name"] for row in rows],
            "scores": np.ravel([row["scores"] for row in rows]) == scores,
            "mean": [row["mean"] - np.mean(row["scores"]) < 1e-9 for row in rows],
            "std": [row["std"] / np.std(row["scores"]) for row in rows],
            "settings": [settings for settings, _ in built],
            "fits of each": [len(model.fits) for _, model in built],
            "epochs": [fit["epochs"] for fit in fits],
            "same folds": [folds[i] == folds[i % k] for i in range(len(folds))],
            "held once": sorted(np.concatenate([list(held) for held in folds[:k]]).tolist()),
            "others": [
                sorted([*_positions(fit["x"]), *_positions(fit["watched"][0])])
                == list(range(len(labels)))
                for fit in fits
            ],
            "labels fit": all(
                np.array_equal(given, labels[_positions(shown)])
                for fit in fits
                for shown, given in ((fit["x"], fit["y"]), fit["watched"])
            ),
            "stratified": bool(
                (np.array(per_class) >= sizes // k).all()
                and (np.array(per_class) <= -(-sizes // k)).all()
            ),
            "again": _folds(run()[1]) == folds,
            "another seed": set(_folds(run(seed=91)[1])) != set(folds),
        }

    return look


def _positions(given: np.ndarray) -> list[int]:
    """Return where prepared images stand among ours."""
    known = {image.tobytes(): place for place, image in enumerate(images)}
    return [known[image.tobytes()] for image in np.asarray(given)]


def _folds(built):
    return [frozenset(_positions(fit["watched"][0])) for _, model in built for fit in model.fits]


def _spreads(rows):
    """Observe names, means and spreads; a spread is an error bar, or all scores as points."""

    def facts(axes):
        return [
            {
                "names": names_at(ax),
                "label": ax["ylabel"],
                "means": [_stands_at(ax, place, [one["mean"]]) for place, one in enumerate(rows)],
                "spreads": [
                    _stands_at(ax, place, one["scores"]) or _reaches(ax, place, one)
                    for place, one in enumerate(rows)
                ],
                "seen": within(ax, marks(ax)) and within(ax, ax["segments"].reshape(-1, 2)),
                "near": ax["ylim"][0] > 0.3,
            }
            for ax in axes
        ]

    return drawing(facts, "plot_comparison", rows)


def _stands_at(ax, place, heights) -> bool:
    """Tell whether there are marks of these heights at a place."""
    here = marks(ax)[np.isclose(marks(ax)[:, 0], place), 1]
    return all(np.isclose(here, height).any() for height in heights)


def _reaches(ax, place, one) -> bool:
    """Tell whether an error bar of one standard deviation to either side stands at a place."""
    bar = [[place, one["mean"] - one["std"]], [place, one["mean"] + one["std"]]]
    return any(np.allclose(np.sort(segment, axis=0), bar) for segment in ax["segments"])


def row(name, scores):
    """Return a row as `compare` does."""
    return {
        "name": name,
        "scores": scores,
        "mean": float(np.mean(scores)),
        "std": float(np.std(scores, ddof=1)),
    }


three = [row("plain", steady), row("deep", better), row("wide", [0.91, 0.92, 0.9, 0.93, 0.9])]

OBSERVATIONS = {
    "build_model": [
        _baseline,
        _network(),
        _network(learning_rate=0.02),
        _network(dropout=0.35),
        _network(batch_norm=True),
        _network(dense_units=12),
        _network(learning_rate=0.003, dropout=0.1, batch_norm=True, dense_units=40),
    ],
    "compare": [
        _comparison(
            {"a": {}, "b": {"dropout": 0.5}, "c": {"dense_units": 8}}, k=3, epochs=2, seed=4
        ),
        _comparison({"only": {"batch_norm": True}}),
        _comparison({"y": {}, "x": {"learning_rate": 0.1}}, k=2, epochs=1, seed=0),
    ],
    "corrected_paired_t": [
        call("corrected_paired_t", better, steady, 800, 200),
        call("corrected_paired_t", steady, better, 300, 100),
        call("corrected_paired_t", np.array([0.9, 0.8]), np.array([0.7, 0.75]), 50, 50),
        call("corrected_paired_t", rng.random(10), rng.random(10), 90, 10),
        call("corrected_paired_t", steady, steady, 80, 20),
        call("corrected_paired_t", steady[:4], better, 80, 20),
        call("corrected_paired_t", better, [0.9], 80, 20),
        call("corrected_paired_t", [0.9, 0.8, 0.85], [0.9, 0.7, 0.8], 80, 20),
        call("corrected_paired_t", [0.9], [0.8], 80, 20),
        call("corrected_paired_t", [], [], 80, 20),
    ],
    "plot_comparison": [
        _spreads(three),
        _spreads(three[1:]),
        _spreads([row("alone", [0.55, 0.6, 0.58])]),
    ],
}
