"""What the functions of section 05 do on other digits and models than its checks'."""

import numpy as np
from common import FittedModel, Namespace, agreement, bends_between, learns, prepared

from autograder.mutation.behavior import call

rng = np.random.default_rng(25)
images, labels = prepared(2000, 2240)
shares = rng.dirichlet(np.ones(4), size=9)
weights, biases = rng.normal(size=(784, 10)), rng.normal(-40, 4, size=10)


def _costs_much(notebook: Namespace):
    """Observe the cost of a right class with probability 0: any number that is large enough."""
    cost = notebook["cross_entropy"](np.array([[0.3, 0.7, 0.0]]), np.array([2]))
    among_others = notebook["cross_entropy"](np.eye(5), np.array([0, 1, 2, 0, 4]))
    return [np.shape(cost), bool(7 <= cost < 1e6), bool(7 / 5 <= among_others < 1e6)]


def _baseline(notebook: Namespace):
    """Observe all that is demanded of a baseline; its design is free."""
    build = notebook["build_baseline"]
    model = build()
    return {
        "input": [model.input_shape[1:], model(images[:3]).shape, model(images[:1]).shape],
        "compiled": model.compiled,
        **agreement(model, images[:50], labels[:50]),
        "bends": bends_between(model),
        "learns": learns(model, images[:96], labels[:96], epochs=3),
        "fresh": build() is not model,
    }


def _training(epochs: int):
    """Observe what a model is trained and watched on. The size of batches is free."""
    held = images[60:80], labels[60:80]

    def look(notebook: Namespace):
        model = FittedModel()
        given = images[:60].copy(), labels[:60].copy()
        history = notebook["train"](model, *given, held, epochs)
        return {
            "fits": model.fits,
            "returned": history.history,
            "changed": not all(map(np.array_equal, given, (images[:60], labels[:60]))),
        }

    return look


class _Answers:
    """Stands in for a model: scores of any size and sign, or probabilities."""

    def __init__(self, probabilities: bool) -> None:
        self._probabilities = probabilities

    def predict(self, x, batch_size=None, verbose="auto"):
        scores = np.reshape(x, (len(x), 784)) @ weights + biases
        if self._probabilities:
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            scores /= scores.sum(axis=1, keepdims=True)
        return scores

    __call__ = predict


OBSERVATIONS = {
    "count_conv2d_parameters": [
        call("count_conv2d_parameters", 16, 5, 3),
        call("count_conv2d_parameters", 1, (2, 7), 6),
        call("count_conv2d_parameters", 10, (4, 1), 1),
        call("count_conv2d_parameters", 12, [3, 2], 8),
    ],
    "model_plan": [call("model_plan")],
    "cross_entropy": [
        call("cross_entropy", shares, rng.integers(0, 4, 9)),
        call("cross_entropy", np.array([[0.15, 0.85]], "float32"), np.array([0])),
        call("cross_entropy", rng.dirichlet(np.ones(10), size=10), np.arange(10)),
        _costs_much,
    ],
    "build_baseline": [_baseline],
    "train": [_training(4), _training(1), _training(2)],
    "predict_digits": [
        call("predict_digits", _Answers(True), images[:17]),
        call("predict_digits", _Answers(False), images[17:27]),
        call("predict_digits", _Answers(False), images[:1]),
    ],
}
