"""Over-careful: checks what it is given, then counts the different rows of a table of pairs."""

from numpy.typing import ArrayLike, NDArray


def _as_classes(name: str, values: ArrayLike, num_classes: int) -> NDArray[np.int64]:
    classes = np.asarray(values).reshape(-1).astype(np.int64)
    if classes.size and not (0 <= classes.min() and classes.max() < num_classes):
        raise ValueError(f"{name} must lie from 0 to {num_classes - 1}.")
    return classes


def confusion_matrix(
    labels: ArrayLike, predictions: ArrayLike, num_classes: int = 10
) -> NDArray[np.int64]:
    true = _as_classes("labels", labels, num_classes)
    seen = _as_classes("predictions", predictions, num_classes)
    if true.shape != seen.shape:
        raise ValueError(f"{true.size} labels, but {seen.size} predictions.")
    matrix = np.zeros((num_classes, num_classes), dtype=np.int64)
    if true.size:
        pairs, counts = np.unique(np.stack([true, seen], axis=1), axis=0, return_counts=True)
        matrix[pairs[:, 0], pairs[:, 1]] = counts
    return matrix
