"""What the functions of section 07 do on other histories and answers than its checks'."""

import numpy as np
from common import Namespace, drawing, words

from autograder.mutation.behavior import call

rng = np.random.default_rng(27)


def history(loss, val_loss, accuracy, val_accuracy, **more):
    """Return a history."""
    return {
        "loss": loss,
        "val_loss": val_loss,
        "accuracy": accuracy,
        "val_accuracy": val_accuracy,
        **more,
    }


def made_up(epochs: int):
    """Return a history of random numbers."""
    loss, val_loss, accuracy, val_accuracy = rng.random((4, epochs)).tolist()
    return history(loss, val_loss, accuracy, val_accuracy)


watched = made_up(6) | {"learning_rate": [0.1] * 6}
good = history([0.5, 0.2, 0.1], [0.45, 0.22, 0.15], [0.85, 0.94, 0.98], [0.86, 0.94, 0.96])
weak = history([1.6, 1.2, 1.0], [1.5, 1.2, 1.1], [0.5, 0.62, 0.7], [0.52, 0.6, 0.69])
gap = history([0.6, 0.2, 0.05], [0.6, 0.4, 0.38], [0.8, 0.94, 0.99], [0.8, 0.87, 0.88])
weak_gap = history([0.9, 0.7, 0.6], [1.0, 0.9, 0.9], [0.7, 0.75, 0.8], [0.6, 0.64, 0.66])
rising = history(
    [0.5, 0.2, 0.1, 0.05], [0.4, 0.2, 0.25, 0.3], [0.85, 0.93, 0.96, 0.98], [0.86, 0.94, 0.95, 0.96]
)
both_rise = history(
    [0.5, 0.12, 0.16, 0.2], [0.4, 0.2, 0.25, 0.3], [0.9, 0.97, 0.97, 0.96], [0.9, 0.95, 0.95, 0.94]
)
flat = history(
    [0.5, 0.2, 0.1, 0.08],
    [0.4, 0.2, 0.205, 0.21],
    [0.85, 0.94, 0.97, 0.98],
    [0.86, 0.94, 0.95, 0.95],
)
both_weak = history([0.9, 0.5, 0.8], [0.9, 0.6, 0.9], [0.7, 0.85, 0.75], [0.7, 0.84, 0.74])


def _diagnosis(*args, **kwargs):
    """Observe a diagnosis; capital letters do not matter."""
    plain = call("diagnose", *args, **kwargs)

    def look(notebook: Namespace):
        seen = plain(notebook)
        return seen | {"value": seen["value"].lower()}

    return look


def _curves(axes):
    """Tell which lines stand where, and the words with them; the arrangement is free."""
    return {
        "axes": [
            {
                "label": words(ax)["ylabel"],
                "lines": sorted(
                    [
                        *(
                            np.stack([line["x"], line["y"]], axis=1).tolist()
                            for line in ax["lines"]
                        ),
                        *(points.tolist() for points in ax["points"]),  # any style will do
                    ]
                ),
            }
            for ax in axes
        ],
        "counted": any("epoch" in ax["xlabel"] for ax in axes),
        "legend": any(ax["legend"] for ax in axes),
        "told": sorted({word for ax in axes for word in ax["legend"]}),
    }


labels, predictions = rng.integers(0, 10, (2, 200))
matrix = rng.integers(0, 20, (5, 5))
matrix[2] = 0

OBSERVATIONS = {
    "history_table": [
        call("history_table", watched),
        call("history_table", made_up(1)),
        call("history_table", made_up(3)),
    ],
    "best_epoch": [
        call("best_epoch", watched),
        call("best_epoch", history([0.9, 0.5, 0.2], [0.7, 0.3, 0.3], [0.5] * 3, [0.9, 0.1, 0.2])),
        call("best_epoch", history([0.4, 0.5], [0.2, 0.6], [0.8, 0.9], [0.7, 0.8])),
        call("best_epoch", made_up(1)),
        call("best_epoch", good),
    ],
    "diagnose": [
        *(
            _diagnosis(one)
            for one in (good, weak, gap, weak_gap, rising, flat, both_rise, both_weak)
        ),
        _diagnosis(good, target=0.995),
        _diagnosis(weak, 0.6),
        _diagnosis(gap, 0.5),
    ],
    "plot_learning_curves": [
        drawing(_curves, "plot_learning_curves", [made_up(4)]),
        drawing(_curves, "plot_learning_curves", [made_up(3), made_up(7), made_up(5)]),
    ],
    "confusion_matrix": [
        call("confusion_matrix", labels, predictions),
        call("confusion_matrix", np.array([3, 0, 3, 1]), np.array([3, 1, 0, 1]), num_classes=5),
        call("confusion_matrix", np.array([1, 1]), np.array([0, 0]), 2),
        call("confusion_matrix", labels[:1], predictions[:1]),
    ],
    "per_class_recall": [
        call("per_class_recall", matrix),
        call("per_class_recall", rng.integers(1, 9, (10, 10))),
        call("per_class_recall", np.array([[0, 0, 0], [3, 1, 0], [0, 0, 1]])),
    ],
}
