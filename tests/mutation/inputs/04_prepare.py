"""What the functions of section 04 do on other digits than its checks'."""

import numpy as np
from common import Namespace, digits, drawing, words

from autograder.mutation.behavior import call

rng = np.random.default_rng(24)
images, labels = digits(2000, 2040)
dim = images[:6] // 3
uneven = np.repeat([4, 0, 9, 7], [31, 8, 12, 26])
rng.shuffle(uneven)


def _with_types(name, *args):
    """Observe a call and, since they are the lesson, the types of what it returns."""
    plain = call(name, *args)

    def look(notebook: Namespace):
        seen = plain(notebook)
        parts = seen["value"] if isinstance(seen["value"], tuple | list) else [seen["value"]]
        return seen | {"types": [str(getattr(part, "dtype", type(part))) for part in parts]}

    return look


def _histograms(axes):
    """Tell what each histogram counts, and the words. The number of bins is free, from ten on."""
    facts = []
    for ax in axes:
        bars = np.unique(ax["bars"], axis=0)  # one that is drawn again shows nothing new
        facts.append(
            {
                **words(ax),
                "enough bins": len(bars) >= 10,
                "pixels": bars[:, 3].sum(),
                "dark": bars[:, 3].max(initial=0) > 0.5 * bars[:, 3].sum(),
                "from": bars[:, 0].min(initial=np.inf),
                "to": (bars[:, 0] + bars[:, 2]).max(initial=-np.inf),
            }
        )
    return facts


def _split(labels: np.ndarray, fraction: float, seed: int):
    """Observe what is promised of a split; which positions are held out is free."""

    def look(notebook: Namespace):
        split = notebook["holdout_split"]
        given = labels.copy()
        train, validation = split(given, fraction, seed)
        again = split(labels, fraction, seed)[1]
        others = [split(labels, fraction, other)[1] for other in range(100, 104)]
        return {
            "all once": sorted(np.concatenate([train, validation]).tolist()),
            "integers": np.asarray(train).dtype.kind + np.asarray(validation).dtype.kind,
            "shares": [
                bool(abs(np.sum(labels[validation] == c) - fraction * np.sum(labels == c)) <= 1)
                for c in np.unique(labels)
            ],
            "changed": not np.array_equal(given, labels),
            "again": np.array_equal(np.sort(again), np.sort(validation)),
            "others": any(set(other) != set(validation) for other in others),
        }

    return look


OBSERVATIONS = {
    "normalize": [
        _with_types("normalize", images),
        _with_types("normalize", dim),
        _with_types("normalize", images[:1]),
    ],
    "plot_histograms": [
        drawing(_histograms, "plot_histograms", images, images.astype("float32") / 255),
        drawing(_histograms, "plot_histograms", dim, images[:6].astype("float32") / 255),
    ],
    "add_channel": [
        call("add_channel", images),
        call("add_channel", dim[:1] / 85.0),
        call("add_channel", rng.normal(size=(3, 28, 28)).astype("float32")),
    ],
    "standardize": [
        _with_types("standardize", images, dim, images[:3]),
        _with_types("standardize", rng.normal(4, 3, (5, 28, 28))),
        _with_types("standardize", np.full((4, 28, 28), 17, np.uint8), dim),
        _with_types("standardize", dim[:1].astype("float32"), images[7:9].astype("float32")),
    ],
    "holdout_split": [
        _split(uneven, 0.25, 5),
        _split(labels, 0.5, 0),
        _split(np.sort(uneven), 0.1, 11),
        _split(uneven, 0.8, 3),
    ],
    "one_hot": [
        call("one_hot", labels),
        call("one_hot", np.array([3, 0, 0, 1]), 6),
        call("one_hot", np.array([8, 2], np.uint8)),
        call("one_hot", np.array([1]), num_classes=2),
    ],
}
