"""Over-careful: an enumeration of the answers, whose members are texts too, and named thresholds."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

LARGEST_GAP = 0.05
LARGEST_RISE = 1.1


class Diagnosis(StrEnum):
    OVERFITTING = "overfitting"
    UNDERFITTING = "underfitting"
    GOOD_FIT = "good fit"


def _falls_behind(history: Mapping[str, Sequence[float]]) -> bool:
    return history["accuracy"][-1] - history["val_accuracy"][-1] > LARGEST_GAP


def _gets_worse(history: Mapping[str, Sequence[float]]) -> bool:
    held_out, training = list(history["val_loss"]), list(history["loss"])
    turn = held_out.index(min(held_out))
    return held_out[-1] > LARGEST_RISE * held_out[turn] and training[-1] < training[turn]


def diagnose(history: Mapping[str, Sequence[float]], target: float = 0.95) -> Diagnosis:
    if not 0 <= target <= 1:
        raise ValueError(f"The target is {target}; an accuracy lies from 0 to 1.")
    if _falls_behind(history) or _gets_worse(history):
        return Diagnosis.OVERFITTING
    if history["accuracy"][-1] < target:
        return Diagnosis.UNDERFITTING
    return Diagnosis.GOOD_FIT
