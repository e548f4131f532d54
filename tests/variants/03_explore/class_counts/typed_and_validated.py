"""Over-careful: type hints, a range check with a message, and a comparison for each class."""

import numpy.typing as npt


def _checked(labels: npt.ArrayLike, num_classes: int) -> npt.NDArray[np.int64]:
    array = np.asarray(labels)
    if array.ndim != 1:
        raise ValueError("labels must have one axis")
    array = array.astype(np.int64)
    if array.size and (array.min() < 0 or array.max() >= num_classes):
        raise ValueError(f"labels must lie between 0 and {num_classes - 1}")
    return array


def class_counts(labels: npt.ArrayLike, num_classes: int = 10) -> npt.NDArray[np.int64]:
    """Count how often each class occurs."""
    checked = _checked(labels, num_classes)
    counts = np.empty(num_classes, dtype=np.int64)
    for class_ in range(num_classes):
        counts[class_] = np.count_nonzero(checked == class_)
    return counts
