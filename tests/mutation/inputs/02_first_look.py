"""What the functions of section 02 do on other digits than its checks'."""

import numpy as np
from common import Namespace, digits

from autograder.mutation.behavior import call
from course import probes

rng = np.random.default_rng(22)
images, labels = digits(2000, 2120)
sparse = rng.integers(1, 256, (6, 5, 7), dtype=np.uint8) * (rng.random((6, 5, 7)) < 0.3)
box = np.zeros((9, 12), np.uint8)
box[2:5, 6:11] = rng.integers(1, 255, (3, 5))
corner = np.zeros((4, 6), np.uint8)
corner[3, 0], corner[0, 5] = 1, 255
dot = np.zeros((5, 3), np.uint8)
dot[4, 1] = 3


def _pictures(images: np.ndarray, labels: np.ndarray):
    """Observe the pictures that are drawn, in order, and the digits that stand with them."""

    def look(notebook: Namespace):
        seen = probes.describe_pictures(notebook, "plot_digits", images, labels)
        return {
            "pictures": [
                {
                    "values": picture["values"],
                    "gray": _is_gray(picture["values"], picture["colors"]),
                    "words": [word for word in ax["words"] if word]
                    + [text["text"] for text in ax["texts"]],
                }
                for ax in seen["axes"]
                for picture in ax["pictures"]
            ],
            "changed": seen["changed_arguments"],
        }

    return look


def _is_gray(values: np.ndarray, colors: np.ndarray) -> bool:
    """Tell whether 0 is black, and what is much larger is brighter."""
    light = colors.mean(axis=-1)
    in_order = light.ravel()[np.argsort(values, axis=None)]
    return bool(
        np.ptp(colors, axis=-1).max() < 0.01
        and (light[values == 0] < 0.02).all()
        and (np.diff(in_order) >= 0).all()
        and light[values >= 200].min() > 0.3
    )


OBSERVATIONS = {
    "describe_dataset": [
        call("describe_dataset", images, labels),
        call("describe_dataset", sparse + 3, np.array([9, 2, 2, 2, 9, 4])),
        call("describe_dataset", sparse[:1] / 7, np.array([8])),
        call("describe_dataset", sparse.astype("int16") - 40, np.arange(6)),
    ],
    "plot_digits": [
        _pictures(images[:1], labels[:1]),
        _pictures(images[1:5], labels[1:5]),
        _pictures(images[5:22] // 2 + images[5:22] // 3, labels[5:22]),
    ],
    "always_blank": [
        call("always_blank", sparse),
        call("always_blank", images),
        call("always_blank", images[:1]),
        call("always_blank", sparse[:2]),
    ],
    "bounding_box": [
        call("bounding_box", box),
        call("bounding_box", corner),
        call("bounding_box", dot),
        *(call("bounding_box", image) for image in images[:4]),
    ],
}
