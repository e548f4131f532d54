"""Over-careful: exact fractions, type hints and a helper for one class."""

from fractions import Fraction

from numpy.typing import NDArray


def _recall(row: NDArray[np.integer], of: int) -> float:
    shown = sum(row.tolist())
    return float(Fraction(row.tolist()[of], shown)) if shown else float("nan")


def per_class_recall(matrix: NDArray[np.integer]) -> NDArray[np.float64]:
    square = np.atleast_2d(np.asarray(matrix, dtype=np.int64))
    if square.shape[0] != square.shape[1]:
        raise ValueError(f"A confusion matrix is square, and this one is {square.shape}.")
    return np.fromiter((_recall(row, i) for i, row in enumerate(square)), np.float64, len(square))
