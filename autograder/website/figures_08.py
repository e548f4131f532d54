"""Figures of lesson 08: why pairs of scores are compared, and how lucky the best of many is."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

WIDTH = 4.7
# J. Brownlee's published fold scores, in percent; the lesson's table has them too.
PUBLISHED = {
    "baseline": (98.550, 98.600, 98.642, 98.850, 98.742),
    "normalized": (98.475, 98.608, 98.683, 98.783, 98.667),
    "deeper": (99.058, 99.042, 98.883, 99.192, 99.133),
}
MOST_TRIED = 50
_TRIALS = 20_000


def draw_08_pairs() -> Figure:
    """The scores of three networks on five folds, and below their differences from the baseline."""
    folds = np.arange(1, 6)
    baseline = np.asarray(PUBLISHED["baseline"])
    figure, (scores, differences) = plt.subplots(2, 1, figsize=(WIDTH, 4.4), sharex=True)
    for color, (name, values) in enumerate(PUBLISHED.items()):
        scores.plot(folds, values, "o", color=f"C{color}", label=name)
        if name != "baseline":
            differences.plot(folds, np.asarray(values) - baseline, "o", color=f"C{color}")
    differences.axhline(0, color="C0", linewidth=1.2)
    scores.legend(loc="upper left", bbox_to_anchor=(0, 0.72))
    scores.set_ylabel("accuracy, %")
    differences.set_ylabel("minus baseline, points")
    differences.set(xticks=folds, xlabel="fold", ylim=(-0.15, 0.65))
    return figure


@cache
def leads() -> npt.NDArray[np.float64]:
    """Return how far the best of 1, 2, … equal configurations is ahead of the truth on average.

    In standard deviations of a configuration's score, (MOST_TRIED,). Scores are normal numbers that
    have the same mean, 0, drawn with a fixed seed.
    """
    draws = np.random.default_rng(0).normal(size=(_TRIALS, MOST_TRIED))
    means: npt.NDArray[np.float64] = np.maximum.accumulate(draws, axis=1).mean(axis=0)
    return means


def draw_08_lucky() -> Figure:
    """The lead of the best against how many equal configurations were tried."""
    tried = np.arange(1, MOST_TRIED + 1)
    figure, ax = plt.subplots(figsize=(WIDTH, 2.8))
    ax.plot(tried, leads(), color="C1")
    ax.axhline(0, color="C0", linewidth=1.2)
    ax.text(MOST_TRIED, 0.07, "what all of them are worth", color="C0", ha="right")
    ax.text(MOST_TRIED, 1.75, "what the best of them scores", color="C1", ha="right")
    ax.set(xlim=(1, MOST_TRIED), ylim=(-0.2, 2.5), xticks=[1, 10, 20, 30, 40, 50])
    ax.set_xlabel("configurations tried, all equally good")
    ax.set_ylabel("standard deviations")
    return figure
