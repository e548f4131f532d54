"""Over-careful: a named tuple, type hints, validation, and one generator handed around."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy.typing as npt


class Fold(NamedTuple):
    train_index: npt.NDArray[np.intp]
    validation_index: npt.NDArray[np.intp]


def _deals(labels: np.ndarray, k: int, rng: np.random.Generator) -> Iterator[list[np.ndarray]]:
    """Yield, class by class, its shuffled positions in k piles of nearly the same height."""
    for label in np.unique(labels):
        shuffled = rng.permutation(np.flatnonzero(labels == label))
        piles = np.array_split(shuffled, k)
        yield [piles[i] for i in rng.permutation(k)]


def stratified_folds(labels: npt.ArrayLike, k: int, seed: int) -> list[Fold]:
    array = np.asarray(labels)
    if array.ndim != 1:
        raise ValueError("labels must have one axis")
    if k < 2:
        raise ValueError(f"k must be at least 2, but is {k}")
    rng = np.random.default_rng(seed)
    piles_by_fold = zip(*_deals(array, k, rng), strict=True)
    folds = []
    for piles in piles_by_fold:
        validation = np.sort(np.concatenate(piles))
        mask = np.ones(array.size, dtype=bool)
        mask[validation] = False
        folds.append(Fold(np.flatnonzero(mask), validation))
    return folds
