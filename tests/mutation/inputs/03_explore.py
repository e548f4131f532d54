"""What the functions of section 03 do on other labels than its checks'."""

import numpy as np
from common import digits, drawing, marks, names_at, words

from autograder.mutation.behavior import call

rng = np.random.default_rng(23)
images, labels = digits(2000, 2200)
without_five = images[labels != 5], labels[labels != 5]
counts = np.array([312, 401, 290, 355, 12, 98, 377, 260, 333, 149])


def _bars(axes):
    """Tell how long each digit's bar is, that the scale is honest, and the words."""
    return [
        {
            **words(ax),
            "marks": marks(ax),
            "names": names_at(ax),
            "from 0": bool(ax["yscale"] == "linear" and ax["ylim"][0] <= 0 <= ax["ylim"][1]),
            "base": ax["bars"][:, 1],
        }
        for ax in axes
    ]


OBSERVATIONS = {
    "class_counts": [
        call("class_counts", labels),
        call("class_counts", np.array([6, 6, 1], np.uint8)),
        call("class_counts", np.array([3, 1, 1, 0, 3, 3]), num_classes=6),
        call("class_counts", np.array([0, 2]), 3),
    ],
    "plot_class_counts": [
        drawing(_bars, "plot_class_counts", counts),
        drawing(_bars, "plot_class_counts", np.array([0, 3, 1, 0, 7, 2, 2, 9, 1, 4])),
    ],
    "imbalance_ratio": [
        call("imbalance_ratio", counts),
        call("imbalance_ratio", np.array([7, 7, 7])),
        call("imbalance_ratio", np.array([5, 0, 9])),
        call("imbalance_ratio", np.array([3, 1])),
        call("imbalance_ratio", np.array([4])),
    ],
    "majority_accuracy": [
        call("majority_accuracy", np.array([4, 4, 8, 4, 1]), np.array([8, 4, 4, 0, 8, 1, 4])),
        call("majority_accuracy", np.array([9, 9, 6, 6, 2]), np.array([6, 9, 9, 9, 2])),
        call("majority_accuracy", labels[:90], labels[90:]),
        call("majority_accuracy", np.array([5]), np.array([1, 2])),
    ],
    "mean_digits": [
        call("mean_digits", images, labels),
        call("mean_digits", *without_five),
        call("mean_digits", rng.normal(size=(9, 28, 28)), np.array([0, 0, 3, 9, 9, 9, 3, 0, 1])),
    ],
}
