"""The probe of comparisons tells what was trained with which settings, and by which optimizer."""

import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np

from course import probes
from course.notebook import LocalNotebook

LABELS = np.arange(32) % 4
IMAGES = np.linspace(0, 1, 32 * 28 * 28, dtype=np.float32).reshape(32, 28, 28, 1)
HALVES = (np.arange(16), np.arange(16, 32))
CONFIGURATIONS = {"one": {"units": 3}, "other": {}}

Facts = dict[str, Any]


def never_built(**settings: Any) -> None:
    raise AssertionError("the learner's own function is replaced meanwhile")


def spy(
    compare: Callable[..., Any], *settings: int, chance: int = 0, first_only: bool = False
) -> Facts:
    """Ask the probe about a function that gets the notebook's names first."""
    names: Facts = {"build": never_built}
    names["compare"] = lambda *args: compare(names, *args)
    facts: Facts = LocalNotebook(names).ask(
        probes.spy_on_comparison,
        "compare",
        "build",
        chance,
        first_only,
        CONFIGURATIONS,
        IMAGES,
        LABELS,
        *settings,
    )
    assert names["build"] is never_built
    return facts


def test_runs_know_their_settings_and_optimizers() -> None:
    def compare(
        names: Facts, configurations: Facts, images: Any, labels: Any, epochs: int
    ) -> list[str]:
        for settings in configurations.values():
            for half in HALVES:
                model = names["build"](**settings)
                model.fit(images[half], labels[half], epochs=epochs, verbose=0)
        return list(configurations)

    facts = spy(compare, 2)

    assert facts["returned"] == ["one", "other"]
    assert facts["built"] == 4
    settings = [run["configuration"]["kwargs"] for run in facts["runs"]]
    assert settings == [{"units": 3}, {"units": 3}, {}, {}]
    assert [run["optimizer"] for run in facts["runs"]] == [0, 1, 2, 3]
    assert all(run["fresh"] and run["epochs"] == 2 for run in facts["runs"])
    assert facts["changed_arguments"] == []


def test_an_optimizer_that_serves_twice_has_one_number() -> None:
    def compare(names: Facts, configurations: Facts, images: Any, labels: Any) -> None:
        import keras

        optimizer = keras.optimizers.SGD()
        for half in HALVES:
            model = names["build"]()
            model.compile(optimizer, "sparse_categorical_crossentropy")
            model.fit(images[half], labels[half], verbose=0)

    assert [run["optimizer"] for run in spy(compare)["runs"]] == [0, 0]


def test_shared_generators_start_from_the_given_chance_and_are_put_back() -> None:
    def compare(*args: Any) -> int:
        return int(np.random.randint(1_000_000))

    np.random.seed(5)
    drawn = [spy(compare, chance=chance)["returned"] for chance in (1, 1, 2)]

    assert drawn[0] == drawn[1]
    assert drawn[0] != drawn[2]
    assert np.random.randint(1_000_000) == np.random.RandomState(5).randint(1_000_000)


def test_changed_arguments_are_told() -> None:
    def compare(names: Facts, configurations: Facts, images: Any, labels: Any) -> None:
        configurations.clear()
        labels[0] = 9

    facts = spy(compare)

    assert facts["changed_arguments"] == [0, 2]
    assert facts["runs"] == []


def test_a_call_is_ended_after_its_first_training() -> None:
    def compare(names: Facts, configurations: Facts, images: Any, labels: Any) -> None:
        for half in HALVES:
            with contextlib.suppress(Exception):
                names["build"]().fit(images[half], labels[half], verbose=0)

    facts = spy(compare, first_only=True)

    assert [run["training"] for run in facts["runs"]] == [HALVES[0].tolist()]
