"""The probe of a network's layers sees them in order, in whatever style they are put together."""

from typing import Any

import numpy as np
import pytest

from course import probes
from course.notebook import LocalNotebook

IMAGES = np.random.default_rng(0).random((1, 28, 28, 1)).astype(np.float32)


@pytest.fixture(scope="module")
def layers() -> Any:
    """Import Keras once."""
    import keras

    return keras.layers


def trace(model: Any) -> Any:
    facts = LocalNotebook({"build": lambda: model}).ask(probes.trace_network, "build", IMAGES)
    assert facts["is_model"]
    assert facts["error"] is None
    return facts["layers"]


def test_nested_models_show_their_innermost_layers(layers: Any) -> None:
    import keras

    stage = keras.Sequential([layers.Conv2D(4, 3, activation="relu"), layers.MaxPooling2D(2)])
    found = trace(keras.Sequential([layers.Input((28, 28, 1)), stage, layers.Flatten()]))
    assert [layer["kind"] for layer in found] == ["Conv2D", "MaxPooling2D", "Flatten"]
    assert found[0]["shape_in"] == [28, 28, 1]
    assert found[0]["window"] == [3, 3]
    assert found[1]["strides"] == [2, 2]
    assert found[1]["shape_out"] == found[2]["shape_in"] == [13, 13, 4]


@pytest.mark.parametrize(
    ("between", "straight"),
    [
        ([], 1),
        (["BatchNormalization", "Dropout"], 1),
        (["ReLU"], 0),
        (["BatchNormalization", "LeakyReLU"], 0),
        (["MaxPooling2D"], 0),
        (["AveragePooling2D"], 1),
    ],
)
def test_two_convolutions_without_a_bend_between_them_are_seen(
    layers: Any, between: list[str], straight: int
) -> None:
    import keras

    arguments: dict[str, tuple[float, ...]] = {"Dropout": (0.2,), "AveragePooling2D": (2,)}
    middle = [getattr(layers, kind)(*arguments.get(kind, ())) for kind in between]
    convolutions = layers.Conv2D(4, 3), layers.Conv2D(4, 3)
    model = keras.Sequential([layers.Input((28, 28, 1)), convolutions[0], *middle, convolutions[1]])
    assert [layer.get("straight_after") for layer in trace(model) if layer["convolution"]] == [
        0,
        straight,
    ]


def test_an_activation_that_is_a_layer_belongs_to_its_convolution(layers: Any) -> None:
    import keras

    bent = layers.Conv2D(4, 3, activation=layers.LeakyReLU())
    found = trace(keras.Sequential([layers.Input((28, 28, 1)), bent, layers.Conv2D(4, 3)]))
    assert [layer["kind"] for layer in found] == ["Conv2D", "Conv2D"]
    assert found[1]["straight_after"] == 0


def test_a_shortcut_beside_the_main_path_is_no_pair(layers: Any) -> None:
    import keras

    images = keras.Input((28, 28, 1))
    main = layers.Conv2D(4, 3, padding="same")(
        layers.Conv2D(4, 3, activation="relu", padding="same")(images)
    )
    both = layers.ReLU()(layers.Add()([main, layers.Conv2D(4, 3, padding="same")(images)]))
    found = trace(keras.Model(images, layers.Conv2D(8, 3)(both)))
    assert [layer["straight_after"] for layer in found if layer["convolution"]] == [0, 0, 0, 0]


def test_layers_behave_as_before_afterwards(layers: Any) -> None:
    call = layers.Layer.__call__
    import keras

    trace(keras.Sequential([layers.Input((28, 28, 1)), layers.Flatten()]))
    assert layers.Layer.__call__ is call


def test_an_error_of_the_call_is_told() -> None:
    import keras

    model = keras.Sequential([keras.layers.Input((5,)), keras.layers.Dense(3)])
    facts = LocalNotebook({"build": lambda: model}).ask(probes.trace_network, "build", IMAGES)
    assert facts["error"]
    nothing = LocalNotebook({"build": lambda: None}).ask(probes.trace_network, "build", IMAGES)
    assert not nothing["is_model"]
