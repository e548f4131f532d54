"""What several sections use: real digits, what stands on axes, models that only take notes."""

import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np

from course import probes
from course.data import load_sample

Namespace = dict[str, Any]


def digits(first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """Return real digits uint8 (N, 28, 28) and labels int (N,), of the part checks do not use."""
    images, labels = load_sample()[0]
    return images[first:last].copy(), labels[first:last].astype(int)


def prepared(first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """Return real digits as networks get them: float32 (N, 28, 28, 1) in [0, 1], and labels."""
    images, labels = digits(first, last)
    return images[..., np.newaxis].astype("float32") / 255, labels


def drawing(
    facts: Callable[[list[dict[str, Any]]], Any], name: str, *args: Any
) -> Callable[[Namespace], Any]:
    """Observe a function that plots: `facts` of its axes, and which arguments it changes."""

    def look(notebook: Namespace) -> Any:
        seen = probes.describe_axes(notebook, name, *args)
        return {"drawn": facts(seen["axes"]), "changed": seen["changed_arguments"]}

    return look


def words(ax: dict[str, Any]) -> dict[str, str]:
    """Return what a reader is told about axes."""
    return {key: ax[key] for key in ("title", "xlabel", "ylabel")}


def marks(ax: dict[str, Any]) -> np.ndarray:
    """Return where bars end and points stand, (marks, 2), from left to right."""
    bars = ax["bars"]
    upright = np.stack([bars[:, 0] + bars[:, 2] / 2, bars[:, 1] + bars[:, 3]], axis=1)
    lines = [
        np.stack([line["x"], line["y"]], axis=1)
        for line in ax["lines"]
        if line["marker"] not in ("None", "", " ")
    ]
    found = np.concatenate([upright, *lines, *ax["points"]])
    return found[np.lexsort(found.T[::-1])]


def names_at(ax: dict[str, Any]) -> dict[float, str]:
    """Return the words at the ticks of the horizontal axis, by place."""
    return {
        round(float(place), 6): text
        for place, text in zip(ax["xticks"], ax["xticklabels"], strict=True)
        if text
    }


def within(ax: dict[str, Any], points: np.ndarray) -> bool:
    """Tell whether points (N, 2) lie inside the limits of axes."""
    limits = np.array([np.sort(ax["xlim"]), np.sort(ax["ylim"])])
    return bool(((points >= limits[:, 0]) & (points <= limits[:, 1])).all())


class FittedModel:
    """Stands in for a compiled Keras model: it notes how it is trained, and makes up a history.

    What it makes up differs from epoch to epoch, from fold to fold and from key to key, and neither
    rises nor falls.
    """

    def __init__(self) -> None:
        self.fits: list[dict[str, Any]] = []

    def fit(
        self,
        x: Any,
        y: Any,
        batch_size: int | None = None,
        epochs: int = 1,
        verbose: Any = "auto",
        validation_data: Any = None,
    ) -> Any:
        if batch_size is not None and batch_size < 1:
            raise ValueError("no batches")
        rng = np.random.default_rng([len(x), round(float(np.sum(y))), len(self.fits)])
        names = ["loss", "accuracy"]
        if validation_data is not None:
            names += ["val_loss", "val_accuracy"]
            len(validation_data[0]), len(validation_data[1])
        history = {name: rng.uniform(0.2, 0.9, epochs).tolist() for name in names}
        self.fits.append(
            {"x": x, "y": y, "epochs": epochs, "watched": validation_data, "history": history}
        )
        return type("History", (), {"history": history})()


def holds_weights(path: Any) -> bool:
    """Tell whether a file is a whole `.keras` model."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return {"config.json", "model.weights.h5"} <= set(archive.namelist())


def agreement(model: Any, images: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Tell whether a compiled model's loss fits its output, and its metrics hold an accuracy."""
    model.run_eagerly = True
    answers = np.asarray(model.predict(images, verbose=0), float)
    are_probabilities = bool(
        (answers >= 0).all() and np.allclose(answers.sum(axis=1), 1, rtol=1e-3)
    )
    shares = answers if are_probabilities else _softmax(answers)
    cost = -np.log(shares[np.arange(len(labels)), labels]).mean()
    measured = model.evaluate(images, labels, verbose=0, return_dict=True)
    right = (answers.argmax(axis=1) == labels).mean()
    return {
        "shape": list(answers.shape),
        "loss fits": bool(np.isclose(measured["loss"], cost, rtol=1e-2)),
        "accuracy": any(
            bool(np.isclose(value, right, atol=1e-3))
            for name, value in measured.items()
            if name != "loss"
        ),
    }


def _softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def bends_between(model: Any, kind: str = "") -> bool:
    """Tell whether an activation stands between any two layers of a Sequential that have weights.

    Args:
        model: the network.
        kind: only layers of this class count, if one is given.
    """
    bent = True
    for layer in model.layers:
        name = type(layer).__name__
        has_weights = any(len(weights.shape) > 1 for weights in layer.get_weights())
        if has_weights and kind in ("", name):
            if not bent:
                return False
            bent = False
        activation = getattr(getattr(layer, "activation", None), "__name__", "linear")
        bent = bent or name == "ReLU" or activation not in ("linear", "softmax")
    return True


def learns(model: Any, images: np.ndarray, labels: np.ndarray, epochs: int) -> bool:
    """Tell whether a few epochs lower the loss clearly."""
    model.run_eagerly = True
    before = model.evaluate(images, labels, verbose=0, return_dict=True)["loss"]
    model.fit(images, labels, batch_size=16, epochs=epochs, verbose=0)
    after = model.evaluate(images, labels, verbose=0, return_dict=True)["loss"]
    return bool(after < 0.9 * before)
