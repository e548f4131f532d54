"""Over-careful: a validated dataclass for each epoch, turned into a dict at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Epoch:
    epoch: int
    loss: float
    val_loss: float
    accuracy: float
    val_accuracy: float


def _column(history: Mapping[str, Sequence[float]], name: str) -> list[float]:
    if name not in history:
        raise KeyError(f"The history has no {name!r}; was validation_data given to fit?")
    return [float(value) for value in history[name]]


def history_table(history: Mapping[str, Sequence[float]]) -> list[dict[str, Any]]:
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    columns = {name: _column(history, name) for name in names}
    lengths = {len(column) for column in columns.values()}
    if len(lengths) != 1:
        raise ValueError(f"The lists have different lengths: {sorted(lengths)}")
    return [
        asdict(Epoch(number + 1, **{name: columns[name][number] for name in names}))
        for number in range(lengths.pop())
    ]
