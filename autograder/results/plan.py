"""Which fits each part of the measurements consists of, in full and in quick size.

A plan is made from what is known already: the best learning rate of a search decides which fits
come after it. Parts stand in the order in which they are worth having.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder.results.networks import FINAL, final_recipe
from autograder.results.recipe import Fit, Images, Preparation
from autograder.results.records import Record

BASELINE = "05_build.build_baseline"
SMALL = "08_improve.build_model"
ONE_CONVOLUTION = "09_deepen.one_convolution"
DEEPER = "09_deepen.build_deeper"
PREPARATIONS: tuple[Preparation, ...] = ("raw", "normalized")
# The learning rate of the solution's baseline, by which raw and normalized pixels are compared.
SHARED_RATE = 0.01
BASELINE_NAME = "baseline"

Find = Callable[[Fit], Record | None]


@dataclass(frozen=True)
class Scale:
    """How much is run: in full for the course's numbers, or quickly, to see that all works.

    Attributes:
        k: folds of the baseline, of improvements and of depth; all parts share these folds.
        ks: the numbers of folds that are compared, `k` among them.
        seeds: how many seeds show the spread that chance gives on one fold.
        few_seeds: how many seeds of normalization and of the final model.
        epochs: of the baseline, of improvements, of depth, of normalization.
        rates: the learning rates among which each preparation finds its own best.
        curve_every: steps between two points of a loss curve, a multiple of 25.
        budget_seconds: what each network of the comparison side by side may take.
        threads: of the fits whose time is compared.
    """

    k: int
    ks: tuple[int, ...]
    seeds: int
    few_seeds: int
    epochs: Mapping[str, int]
    rates: tuple[float, ...]
    curve_every: int
    budget_seconds: float
    threads: int = 2


FULL = Scale(
    k=5,
    ks=(3, 5, 10, 20),
    seeds=5,
    few_seeds=3,
    # As many as in the well-known runs of these networks; `make results ARGS=--estimate` says how
    # long that takes.
    epochs={"baseline": 10, "improvements": 10, "depth": 10, "normalization": 2},
    rates=(1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1),
    curve_every=50,
    budget_seconds=300,
)
QUICK = Scale(
    k=2,
    ks=(2, 3),
    seeds=2,
    few_seeds=2,
    epochs={"baseline": 1, "improvements": 1, "depth": 1, "normalization": 1},
    rates=(1e-4, 1e-2),
    curve_every=25,
    budget_seconds=2,
)


def folds_of(scale: Scale, fit: Fit) -> list[Fit]:
    """Return a fit on each of the folds that all parts share."""
    return [fit.but(images=images) for images in Images.folds(scale.k)]


# Part 1


def baseline(scale: Scale) -> Fit:
    """Return the baseline of section 05, built and trained as its solution does, on one fold."""
    return Fit(BASELINE, Images.folds(scale.k)[0], epochs=scale.epochs["baseline"])


def baseline_holdout(scale: Scale) -> Fit:
    """Return the baseline on a hold-out: 10,000 of 60,000 digits."""
    return baseline(scale).but(images=Images("holdout", fraction=1 / 6))


def baseline_seeds(scale: Scale) -> list[Fit]:
    """Return the baseline on one fold with several seeds."""
    return [baseline(scale).but(seed=seed) for seed in range(scale.seeds)]


def kfold(scale: Scale, k: int) -> list[Fit]:
    """Return the baseline on each of k folds."""
    return [baseline(scale).but(images=images) for images in Images.folds(k)]


# Part 2


def normalization_search(scale: Scale, preparation: Preparation) -> list[Fit]:
    """Return a fit for each learning rate, scored on one hold-out."""
    return [_normalization(scale, preparation, rate) for rate in scale.rates]


def normalization_seeds(scale: Scale, preparation: Preparation, rate: float) -> list[Fit]:
    """Return fits of one learning rate with several seeds, on a hold-out that chose nothing."""
    fit = _normalization(scale, preparation, rate)
    reported = fit.but(images=Images("holdout", seed=1, fraction=1 / 6))
    return [reported.but(seed=seed) for seed in range(scale.few_seeds)]


def _normalization(scale: Scale, preparation: Preparation, rate: float) -> Fit:
    return Fit(
        BASELINE,
        Images("holdout", fraction=1 / 6),
        epochs=scale.epochs["normalization"],
        learning_rate=rate,
        preparation=preparation,
        curve_every=scale.curve_every,
    )


def best_rate(scale: Scale, preparation: Preparation, find: Find) -> float | None:
    """Return the learning rate with the lowest held-out loss; None until all were tried.

    A fit whose loss is not finite is no candidate.
    """
    tried = {}
    for fit in normalization_search(scale, preparation):
        record = find(fit)
        if record is None:
            return None
        loss = record.history["val_loss"][-1]
        if loss is not None:
            tried[fit.learning_rate] = loss
    return min(tried, key=lambda rate: tried[rate])


# Part 3

# One thing at a time; then all of them. Decided before any score was seen.
IMPROVEMENTS: dict[str, dict[str, Any]] = {
    "learning rate": {"learning_rate": 0.003},
    "batch size": {"batch_size": 128},
    "dropout": {"arguments": {"dropout": 0.3}},
    "batch normalization": {"arguments": {"batch_norm": True}},
    "more units": {"arguments": {"dense_units": 128}},
    "augmentation": {"augmentation": "shift 1"},
    "schedule": {"schedule": "cosine"},
}
TOGETHER = "all together"


def improvements(scale: Scale) -> dict[str, Fit]:
    """Return the baseline of section 08 and each change of it, on the first fold."""
    base = Fit(SMALL, Images.folds(scale.k)[0], epochs=scale.epochs["improvements"])
    changed = {name: base.but(**change) for name, change in IMPROVEMENTS.items()}
    arguments: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for change in IMPROVEMENTS.values():
        arguments |= change.get("arguments", {})
        others |= {name: value for name, value in change.items() if name != "arguments"}
    return {BASELINE_NAME: base, **changed, TOGETHER: base.but(arguments=arguments, **others)}


# Part 4


def _conv(filters: int, padding: str = "valid") -> list[Any]:
    return ["conv", filters, 3, padding]


_POOL = ["pool"]
# From no convolution to the deepest; then filters and window of the first one, varied apart.
DEPTHS: dict[str, tuple[str, dict[str, Any]]] = {
    "no convolution": ("convolutions", {"layers": []}),
    BASELINE_NAME: (ONE_CONVOLUTION, {}),
    "two convolutions": ("convolutions", {"layers": [_conv(32), _POOL, _conv(64), _POOL]}),
    "deeper": (DEEPER, {}),
    "four convolutions": (
        "convolutions",
        {"layers": [_conv(32), _conv(32), _POOL, _conv(64), _conv(64), _POOL]},
    ),
    "six convolutions": (
        "convolutions",
        {
            "layers": [
                *[_conv(32), _conv(32), _POOL, _conv(64), _conv(64), _POOL],
                *[_conv(64, "same"), _conv(64, "same")],
            ]
        },
    ),
    "fewer filters": (ONE_CONVOLUTION, {"filters": 16}),
    "more filters": (ONE_CONVOLUTION, {"filters": 64}),
    "larger window": (ONE_CONVOLUTION, {"kernel_size": 5}),
}


def depth(scale: Scale) -> dict[str, Fit]:
    """Return a fit of each network on the first fold.

    The learning rate falls to 0 for all of them. At a constant one, scores go up and down from
    epoch to epoch by as much as the networks differ, and the last epoch is as good as any.
    """
    return {
        name: Fit(
            network,
            Images.folds(scale.k)[0],
            epochs=scale.epochs["depth"],
            arguments=arguments,
            schedule="cosine",
        )
        for name, (network, arguments) in DEPTHS.items()
    }


# Parts 5 and 6


def side_by_side(scale: Scale) -> dict[str, Fit]:
    """Return well-known networks on all training images, each for the same time."""
    common: dict[str, Any] = {
        "images": Images("all"),
        "epochs": 1_000,
        "budget_seconds": scale.budget_seconds,
        "threads": scale.threads,
        "keep": True,
    }
    return {
        "tutorial baseline": Fit(BASELINE, **common),
        "tutorial deeper": Fit("tutorial_deeper", **common),
        "keras example": Fit("keras_example", batch_size=128, **common),
    }


def final(scale: Scale) -> list[Fit]:
    """Return the final recipe on all training images with several seeds; none while there is none.

    The recipe itself is code, in `final_recipe`; it was fixed before a test score was seen.
    """
    recipe = final_recipe()
    if recipe is None:
        return []
    epochs = recipe.EPOCHS if scale is FULL else 1
    fit = Fit(
        FINAL,
        Images("all"),
        epochs=epochs,
        batch_size=recipe.BATCH_SIZE,
        threads=scale.threads,
        keep=True,
    )
    return [fit.but(seed=seed) for seed in range(scale.few_seeds)]


def fits_of(part: str, scale: Scale, find: Find) -> list[Fit]:
    """Return the fits of a part that can be named by now, in the order in which to run them."""
    match part:
        case "baseline":
            return [*kfold(scale, scale.k), baseline_holdout(scale), *baseline_seeds(scale)]
        case "depth":
            return [f for fit in depth(scale).values() for f in folds_of(scale, fit)]
        case "improvements":
            return [f for fit in improvements(scale).values() for f in folds_of(scale, fit)]
        case "normalization":
            fits = []
            for preparation in PREPARATIONS:
                fits += normalization_seeds(scale, preparation, SHARED_RATE)
                fits += normalization_search(scale, preparation)
                rate = best_rate(scale, preparation, find)
                if rate is not None:
                    fits += normalization_seeds(scale, preparation, rate)
            return fits
        case "kfold":
            return [fit for k in scale.ks for fit in kfold(scale, k)]
        case "side_by_side":
            return list(side_by_side(scale).values())
        case "final":
            return final(scale)
        case _:
            raise ValueError(f"There is no part {part!r}. There are: {', '.join(PARTS)}.")


PARTS = (
    "baseline",
    "depth",
    "improvements",
    "normalization",
    "kfold",
    "side_by_side",
    "final",
)
