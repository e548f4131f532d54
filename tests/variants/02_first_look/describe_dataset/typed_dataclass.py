"""Over-careful: type hints, validation, a frozen dataclass, and one-number helpers."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy.typing as npt


@dataclass(frozen=True)
class DatasetDescription:
    n_images: int
    height: int
    width: int
    dtype: str
    min: float
    max: float
    mean: float
    std: float
    n_classes: int
    zero_fraction: float


def _as_stack(images: npt.ArrayLike) -> np.ndarray:
    stack = np.asarray(images)
    if stack.ndim != 3:
        raise ValueError(f"images must have the shape (N, H, W), not {stack.shape}")
    if stack.size == 0:
        raise ValueError("there are no pixels to describe")
    return stack


def describe_dataset(images: npt.ArrayLike, labels: npt.ArrayLike) -> dict[str, int | float | str]:
    stack = _as_stack(images)
    classes = np.asarray(labels)
    if classes.shape != stack.shape[:1]:
        raise ValueError("there must be one label for each image")
    n_images, height, width = (int(side) for side in stack.shape)
    description = DatasetDescription(
        n_images=n_images,
        height=height,
        width=width,
        dtype=stack.dtype.name,
        min=stack.min().item(),
        max=stack.max().item(),
        mean=float(stack.mean(dtype=np.float64)),
        std=float(stack.std(dtype=np.float64)),
        n_classes=int(np.unique(classes).size),
        zero_fraction=1.0 - np.count_nonzero(stack) / stack.size,
    )
    return asdict(description)
