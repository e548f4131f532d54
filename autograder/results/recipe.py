"""What a fit is: a recipe in plain data, from which the very same fit can be run again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

Split = Literal["fold", "holdout", "all"]
Schedule = Literal["constant", "cosine"]
Preparation = Literal["normalized", "raw"]


@dataclass(frozen=True)
class Images:
    """Which of the training images a fit learns from, and which it is scored on.

    Attributes:
        split: ``"fold"`` learns outside fold `fold` of `k` and is scored inside it; ``"holdout"``
            is scored on a stratified `fraction`; ``"all"`` learns from all and is not scored.
        seed: decides the folds or the hold-out.
    """

    split: Split
    seed: int = 0
    k: int | None = None
    fold: int | None = None
    fraction: float | None = None

    @classmethod
    def folds(cls, k: int, seed: int = 0) -> "tuple[Images, ...]":
        """Return all k folds of one cut."""
        return tuple(cls("fold", seed, k, fold) for fold in range(k))


@dataclass(frozen=True)
class Fit:
    """One training of one network.

    Attributes:
        network: its name in `networks`, such as ``"05_build.build_baseline"``.
        images: what it learns from and is scored on.
        epochs: how many times it sees its images; the most, if `budget_seconds` is set.
        arguments: of the function that builds the network.
        learning_rate: in place of the network's own; None leaves it.
        schedule: ``"cosine"`` lets the learning rate fall to 0 along half a cosine.
        batch_size: images in a step.
        augmentation: ``"none"``, or ``"shift N"`` for shifts of up to N pixels either way, drawn
            anew in each epoch.
        preparation: ``"raw"`` leaves pixels at 0 to 255.
        seed: of initial weights, order of images and augmentation.
        threads: of TensorFlow. Another number may round sums differently, so it is of the recipe.
        budget_seconds: training stops at the end of the step in which they are over.
        keep: whether the trained model is kept as a file.
        curve_every: the training loss is written down each so many steps; 0 for never.
    """

    network: str
    images: Images
    epochs: int
    arguments: Mapping[str, Any] = field(default_factory=dict)
    learning_rate: float | None = None
    schedule: Schedule = "constant"
    batch_size: int = 32
    augmentation: str = "none"
    preparation: Preparation = "normalized"
    seed: int = 0
    threads: int = 1
    budget_seconds: float | None = None
    keep: bool = False
    curve_every: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the recipe as data for JSON."""
        return asdict(self) | {"arguments": dict(self.arguments)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Fit":
        """Return the fit of which `as_dict` gave this."""
        return cls(**{**data, "images": Images(**data["images"])})

    def but(self, **changes: Any) -> "Fit":
        """Return this fit with some things changed."""
        return replace(self, **changes)

    def without_chance(self) -> dict[str, Any]:
        """Return the recipe without seed and fold: what fits of one configuration share."""
        recipe = self.as_dict()
        del recipe["seed"], recipe["images"]["fold"]
        return recipe


def key_of(recipe: Mapping[str, Any], data: str, code: str) -> str:
    """Return the name under which a fit is recorded.

    Args:
        recipe: in plain data.
        data: the hash of the training images and labels.
        code: the hash of the functions that the recipe names.

    Returns:
        16 hexadecimal digits, the same in every process and on every machine.
    """
    text = json.dumps([recipe, data, code], sort_keys=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
