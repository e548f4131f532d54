"""What a builder keeps between two calls, and where its model bends nothing, is told."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course import probes
from course.notebook import LocalNotebook

IMAGES = np.random.default_rng(0).random((4, 28, 28, 1)).astype(np.float32)


@pytest.fixture(scope="module")
def keras() -> Any:
    """Import Keras once: it takes longer than all tests here together."""
    import keras

    return keras


def watch(build: Callable[[], Any]) -> Any:
    return LocalNotebook({"build": build}).ask(probes.watch_builder, "build", IMAGES)


def in_a_row(keras: Any, *layers: Any, first: Any = None) -> Any:
    first = keras.layers.Input((28, 28, 1)) if first is None else first
    return keras.Sequential([first, *layers])


def test_a_sound_builder_is_told_nothing_of(keras: Any) -> None:
    layers = keras.layers

    def build() -> Any:
        hidden = layers.Conv2D(4, 3, activation="relu"), layers.Flatten()
        model = in_a_row(keras, *hidden, layers.Dense(10))
        model.compile("adam", "mse")
        return model

    assert watch(build) == {
        "same": False,
        "shared": [],
        "steps": 0,
        "batch_size": None,
        "straight": None,
        "idle": [],
    }
    assert watch(lambda: None) == {}


def test_what_two_models_share_is_told(keras: Any) -> None:
    layers = keras.layers
    flat, dense, optimizer = layers.Flatten(), layers.Dense(10), keras.optimizers.SGD()
    fixed = layers.Normalization(axis=None, mean=0.1, variance=0.1)
    kept = in_a_row(keras, flat)

    def build(*parts: Any, optimizer: Any = "sgd") -> Any:
        model = keras.Sequential([*parts, layers.Flatten(), layers.Dense(10)])
        model.compile(optimizer, "mse")
        return model

    assert watch(lambda: kept)["same"]
    assert watch(lambda: keras.Sequential([flat, dense]))["shared"] == ["Dense"]
    assert watch(lambda: build(optimizer=optimizer))["shared"] == ["optimizer"]
    assert watch(lambda: build(fixed))["shared"] == []


def test_steps_of_training_are_counted(keras: Any) -> None:
    def build() -> Any:
        model = in_a_row(keras, keras.layers.Flatten(), keras.layers.Dense(10))
        model.compile("sgd", "mse")
        model.train_on_batch(IMAGES, np.eye(10)[:4])
        return model

    assert watch(build)["steps"] == 1


def test_only_a_batch_size_that_was_asked_for_counts(keras: Any) -> None:
    layers = keras.layers

    def built_by_images() -> Any:
        model = keras.Sequential([layers.Flatten(), layers.Dense(10)])
        model(IMAGES)
        return model

    def asked_for() -> Any:
        first = layers.Input((28, 28, 1), batch_size=32)
        return in_a_row(keras, layers.Flatten(), layers.Dense(10), first=first)

    assert watch(built_by_images)["batch_size"] is None
    assert watch(asked_for)["batch_size"] == 32


def test_sums_of_sums_are_found_whatever_carries_them(keras: Any) -> None:
    layers, ops = keras.layers, keras.ops

    def straight(*parts: Any) -> Any:
        return watch(lambda: in_a_row(keras, *parts, layers.Flatten(), layers.Dense(10)))

    def functional(bend: Callable[[Any], Any]) -> Any:
        image = keras.Input((28, 28, 1))
        hidden = bend(layers.Dense(5)(layers.Flatten()(image)))
        return keras.Model(image, layers.Dense(10)(hidden))

    normalized = layers.BatchNormalization(), layers.Dropout(0.5)
    assert straight(layers.Conv2D(2, 3), *normalized)["straight"] == ["Conv2D", "Dense"]
    assert straight(layers.Conv2D(2, 3), layers.ReLU())["straight"] is None
    assert straight(layers.Conv2D(2, 3), layers.MaxPooling2D())["straight"] is None
    assert straight(in_a_row(keras, layers.Conv2D(2, 3)))["straight"] == ["Conv2D", "Dense"]
    assert watch(lambda: functional(ops.relu))["straight"] is None
    assert watch(lambda: functional(lambda x: x))["straight"] == ["Dense", "Dense"]


def test_an_activation_that_no_image_passes_is_idle(keras: Any) -> None:
    layers = keras.layers

    class Network(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.relu, self.flat = layers.ReLU(), layers.Flatten()
            self.first, self.last = layers.Dense(5), layers.Dense(10)

        def call(self, images: Any) -> Any:
            return self.last(self.first(self.flat(images)))

    facts = watch(Network)
    assert (facts["straight"], facts["idle"]) == (["Dense", "Dense"], ["ReLU"])
