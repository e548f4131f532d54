"""Made-up records: every fit of a plan with drawn scores, so that numbers can be derived."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.results import pictures, plan
from autograder.results.evaluation import Tested
from autograder.results.plan import PARTS, QUICK
from autograder.results.recipe import Fit, Images
from autograder.results.records import Record
from autograder.results.runner import Task
from autograder.results.store import Store, plan_tasks
from autograder.results.summary import frozen_models, summarize

# Three folds, so that a fold learns from more images than it is scored on.
SCALE = replace(QUICK, k=3)
DATA = "d" * 64
IMAGES, TEST_IMAGES = 4_000, 1_000
_DESIGNS: dict[str, tuple[int, dict[str, Any]]] = {
    "05_build.build_baseline": (542_230, {}),
    "09_deepen.build_deeper": (
        114_454,
        {
            "layers": [
                *["Conv2D 32 3×3", "MaxPooling2D 2×2", "Conv2D 64 3×3", "MaxPooling2D 2×2"],
                *["Conv2D 64 3×3", "Flatten", "Dense 100", "Dense 10"],
            ],
            "convolutions": 3,
            "receptive_field": 18,
        },
    ),
    "tutorial_deeper": (159_254, {}),
    "keras_example": (34_826, {}),
}
# A network of one pixel's sight stands in for all others.
_NO_CONVOLUTION = (
    79_510,
    {"layers": ["Flatten", "Dense 100", "Dense 10"], "convolutions": 0, "receptive_field": 1},
)


def made_up(task: Task) -> Record:
    """Return a record of a fit that never ran; the same fit always gets the same."""
    fit = task.fit
    rng = np.random.default_rng(int(task.key, 16) % 2**32)
    share = {"all": 0.0, "holdout": fit.images.fraction, "fold": 1 / (fit.images.k or 1)}
    n_validation = int(IMAGES * (share[fit.images.split] or 0))
    epochs = 3 if fit.budget_seconds else fit.epochs
    names = ["loss", "accuracy"] + (["val_loss", "val_accuracy"] if n_validation else [])
    history: dict[str, list[float | None]] = {
        name: [float(value) for value in rng.uniform(0.9, 0.99, epochs)] for name in names
    }
    last = history["val_accuracy"][-1] if n_validation else None
    parameters, design = _DESIGNS.get(fit.network, _NO_CONVOLUTION)
    return Record(
        key=task.key,
        part=task.part,
        recipe=fit.as_dict(),
        data=task.data,
        code=task.code,
        history=history,
        score=last,
        n_train=IMAGES - n_validation,
        n_validation=n_validation,
        parameters=parameters,
        seconds=float(rng.uniform(1, 2)),
        epoch_seconds=[1.5] * epochs,
        epoch_cpu_seconds=[float(s) for s in rng.uniform(1, 2, epochs)],
        threads=fit.threads,
        load=0.0,
        hardware="a made-up machine",
        versions={"python": "3"},
        when="2026-01-01T00:00:00Z",
        curve={"steps": [25, 50], "losses": [1.0, None]} if fit.curve_every else None,
        model=_model(task.key) if fit.keep else None,
        design=design or None,
    )


def _model(key: str) -> dict[str, str]:
    return {"file": f"{key}.keras", "sha256": hashlib.sha256(key.encode()).hexdigest()}


def look_at(store: Store) -> Tested:
    """Return a look at a test set that nobody opened."""
    counts = [TEST_IMAGES // 10] * 10
    models = [
        {
            "key": model.key,
            "sha256": model.sha256,
            "mistakes": [[7 * i, i % 10, (i + 1) % 10] for i in range(5 + number)],
        }
        for number, model in enumerate(frozen_models(SCALE, store))
    ]
    shown = np.zeros((len(models[0]["mistakes"]), 28, 28), np.uint8)
    return Tested("e" * 64, counts, models, pictures.pack(shown), "2026-01-01T00:00:00Z")


def final_stand_in(scale: plan.Scale) -> list[Fit]:
    """Return fits in place of the final recipe's."""
    fit = Fit("keras_example", Images("all"), epochs=2, batch_size=64, keep=True)
    return [fit.but(seed=seed) for seed in range(scale.few_seeds)]


@pytest.fixture
def scale() -> plan.Scale:
    """The scale of all records that are made up here."""
    return SCALE


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Store]:
    """Return a function that makes a store in which all fits of some parts are recorded."""
    monkeypatch.setattr(plan, "final", final_stand_in)

    def record_parts(parts: Iterable[str] = PARTS) -> Store:
        store = Store.of(DATA, [])
        while tasks := plan_tasks(parts, SCALE, store):
            for task in tasks:
                store.add(made_up(task))
        return store

    return record_parts


@pytest.fixture
def results(recorded: Callable[..., Store]) -> dict[str, Any]:
    """The results that follow from records of all parts and a look at the test set."""
    store = recorded()
    return summarize(SCALE, store, [look_at(store)])


@pytest.fixture
def made_up_look() -> Callable[[Store], Tested]:
    """A function that makes up a look at the test set."""
    return look_at


@pytest.fixture
def made_up_record() -> Callable[[Task], Record]:
    """A function that makes up a record."""
    return made_up
