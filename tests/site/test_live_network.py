"""The network in the page computes what Keras computes, layer by layer and on real digits."""

import hashlib
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder.website import export_model
from course.data import load_sample

pytestmark = pytest.mark.browser

SCRIPTS = export_model.SCRIPT.parent
TOLERANCE = 1e-4
DIGITS = 400

PROBABILITIES = """([digits]) => {
  const network = courseLive.network.load(courseLive.model);
  return digits.map((digit) => {
    const outputs = courseLive.network.run(network, digit.map((byte) => byte / 255));
    return Array.from(outputs[outputs.length - 1].data);
  });
}"""


@pytest.fixture(scope="module")
def keras() -> ModuleType:
    """Imported when the first of these tests runs, since it takes ten seconds."""
    return importlib.import_module("keras")


def digits(count: int) -> np.ndarray:
    """Return real digits that no network of the site was trained to pass, uint8 (count, 28, 28)."""
    _, (images, _) = load_sample()
    return images[np.random.default_rng(0).permutation(len(images))[:count]]


def in_the_page(browser, model_script: str, images: np.ndarray) -> np.ndarray:
    """Return the probabilities (N, 10) that the page's own arithmetic gives."""
    page = browser.new_page()
    for script in ("core", "network"):
        page.add_script_tag(path=SCRIPTS / f"{script}.js")
    page.add_script_tag(content=model_script)
    given = page.evaluate(PROBABILITIES, [images.reshape(len(images), -1).tolist()])
    page.close()
    return np.array(given)


def in_keras(model: Any, images: np.ndarray) -> np.ndarray:
    return model.predict(images[..., np.newaxis].astype("float32") / 255, verbose=0)


def test_the_page_gives_the_probabilities_of_keras_on_real_digits(browser, keras):
    images = digits(DIGITS)
    model = keras.saving.load_model(export_model.MODEL, compile=False)
    found = in_the_page(browser, export_model.SCRIPT.read_text("ascii"), images)
    difference = np.abs(found - in_keras(model, images)).max()
    print(f"largest difference on {DIGITS} digits: {difference:.1e}")
    assert difference < TOLERANCE


def test_the_script_is_what_the_command_writes_for_the_committed_model(keras):
    model = keras.saving.load_model(export_model.MODEL, compile=False)
    told = json.loads(export_model.MODEL.with_suffix(".json").read_text("utf-8"))
    digest = hashlib.sha256(export_model.MODEL.read_bytes()).hexdigest()
    written = export_model.SCRIPT.read_text("ascii")
    assert written == export_model.script_text(model, told, digest)
    assert len(written) < export_model.LIMIT_IN_BYTES


def _nested(chain: list) -> Any:
    from keras import Sequential

    return Sequential(chain)


def _head(layers: ModuleType) -> list:
    return [layers.GlobalAveragePooling2D(), layers.Dense(10, activation="softmax")]


CHAINS = {
    "valid, strides, no bias": lambda layers: [
        layers.Conv2D(4, (5, 3), strides=(2, 1), use_bias=False, activation="relu"),
        layers.Conv2D(6, 3, strides=2, padding="same", activation="tanh"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ],
    "same padding of an even window": lambda layers: [
        layers.Conv2D(4, 4, strides=3, padding="same", activation="silu"),
        *_head(layers),
    ],
    "normalization after a convolution": lambda layers: [
        layers.Conv2D(4, 3, use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
        *_head(layers),
    ],
    "normalization after an activation": lambda layers: [
        layers.Conv2D(4, 3, padding="same", activation="relu"),
        layers.BatchNormalization(scale=False),
        layers.Conv2D(5, 3, padding="same", activation="sigmoid"),
        layers.BatchNormalization(center=False),
        *_head(layers),
    ],
    "normalization first, and of units": lambda layers: [
        layers.Rescaling(2.0, offset=-0.5),
        layers.BatchNormalization(),
        layers.Flatten(),
        layers.Dense(12),
        layers.BatchNormalization(),
        layers.Activation("relu"),
        layers.Dropout(0.4),
        layers.Dense(10),
        layers.Softmax(),
    ],
    "depthwise and separable": lambda layers: [
        layers.Conv2D(4, 3, activation="relu"),
        layers.DepthwiseConv2D(3, strides=2, padding="same", activation="relu"),
        layers.BatchNormalization(),
        layers.SeparableConv2D(6, 3, padding="same", activation="relu"),
        layers.BatchNormalization(),
        *_head(layers),
    ],
    "pooling of both kinds": lambda layers: [
        layers.Conv2D(4, 3),
        layers.MaxPooling2D(3, strides=2, padding="same"),
        layers.AveragePooling2D(2, padding="same"),
        layers.MaxPooling2D((2, 1)),
        layers.AveragePooling2D(2, strides=1),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ],
    "global maximum, nested, augmented": lambda layers: [
        _nested([layers.RandomRotation(0.1), layers.RandomTranslation(0.1, 0.1)]),
        _nested([layers.Conv2D(4, 3), layers.BatchNormalization(), layers.ReLU()]),
        layers.GlobalMaxPooling2D(),
        layers.Dense(10, activation="softmax"),
    ],
}


def sequential(keras: ModuleType, chain: Callable[[ModuleType], list]) -> Any:
    return keras.Sequential([keras.Input((28, 28, 1)), *chain(keras.layers)])


def with_chance_in_all_weights(model: Any) -> Any:
    """Give weights and moving averages values that a forgotten one would be noticed by."""
    rng = np.random.default_rng(1)
    for weight in model.weights:
        value = rng.normal(0, 0.4, weight.shape)
        is_variance = weight.name == "moving_variance"
        if weight.dtype.startswith("float"):
            weight.assign(np.abs(value) + 0.3 if is_variance else value)
    return model


def let_images_differ(model: Any, images: np.ndarray) -> None:
    """Set the last layer so that logits lie around 0 and differ by some 2 from image to image."""
    *_, last = (layer for layer in model.layers if type(layer).__name__ == "Dense")
    last.kernel.assign(last.kernel * 0.01)  # no probability is 0 then
    last.bias.assign(last.bias * 0)
    logits = np.log(in_keras(model, images).astype(float))
    logits -= logits.mean(axis=1, keepdims=True)
    factor = 2 / logits.std(axis=0).max()
    last.kernel.assign(last.kernel * factor)
    last.bias.assign(-logits.mean(axis=0) * factor)


@pytest.mark.parametrize("name", CHAINS)
def test_the_page_runs_a_chain_of_layers_as_keras_does(browser, keras, name):
    chain = CHAINS[name](keras.layers)
    image = keras.Input((28, 28, 1))
    if list(CHAINS).index(name) % 2:  # every other one is a functional model
        value = image
        for layer in chain:
            value = layer(value)
        model = keras.Model(image, value)
    else:
        model = keras.Sequential([image, *chain])
    with_chance_in_all_weights(model)
    images = digits(20)
    let_images_differ(model, images)
    wanted = in_keras(model, images)
    assert np.ptp(wanted, axis=0).max() > 0.2, "all images alike would prove nothing"
    found = in_the_page(browser, export_model.script_text(model, {}, ""), images)
    assert np.abs(found - wanted).max() < TOLERANCE


def test_normalization_costs_the_page_nothing_where_it_can_be_folded(keras):
    model = sequential(keras, CHAINS["depthwise and separable"])
    kinds = [layer.kind for layer in export_model.chain(model)]
    # The second normalization stands behind an activation and has to stay.
    assert kinds == [*"conv depthwise scale depthwise conv scale global_average dense".split()]


UNSUPPORTED = {
    "a GRU, which the page cannot run": lambda layers: [
        layers.Reshape((28, 28)),
        layers.GRU(4, name="a_layer"),
        layers.Dense(10, activation="softmax"),
    ],
    "dilation_rate": lambda layers: [layers.Conv2D(4, 3, dilation_rate=2), *_head(layers)],
    "groups": lambda layers: [layers.Conv2D(4, 1), layers.Conv2D(4, 3, groups=2), *_head(layers)],
    "the activation 'elu'": lambda layers: [layers.Conv2D(4, 3, activation="elu"), *_head(layers)],
    "negative_slope": lambda layers: [
        layers.Conv2D(4, 3),
        layers.ReLU(negative_slope=0.1),
        *_head(layers),
    ],
    "has no softmax": lambda layers: [layers.Flatten(), layers.Dense(10)],
    "only the last may have one": lambda layers: [
        layers.Flatten(),
        layers.Dense(8, activation="softmax"),
        layers.Dense(10, activation="softmax"),
    ],
    "expects 10 probabilities": lambda layers: [
        layers.Flatten(),
        layers.Dense(3, activation="softmax"),
    ],
}


@pytest.mark.parametrize("reason", UNSUPPORTED)
def test_a_model_that_the_page_cannot_run_is_refused_with_the_reason(keras, reason):
    model = sequential(keras, UNSUPPORTED[reason])
    wanted = "which the page cannot run" if "GRU" in reason else reason
    with pytest.raises(export_model.UnsupportedModel, match=wanted):
        export_model.script_text(model, {}, "")


def test_a_branch_is_refused_by_the_name_of_its_layer(keras):
    layers = keras.layers
    image = keras.Input((28, 28, 1))
    before = layers.Conv2D(4, 3, padding="same")(image)
    joined = layers.Add(name="joined")([before, layers.Conv2D(4, 3, padding="same")(before)])
    rest = layers.Dense(10, activation="softmax")(layers.GlobalAveragePooling2D()(joined))
    with pytest.raises(export_model.UnsupportedModel, match="'joined' does not simply follow"):
        export_model.script_text(keras.Model(image, rest), {}, "")


def test_a_model_too_large_for_a_page_is_refused_and_nothing_is_written(keras, tmp_path: Path):
    model = sequential(
        keras,
        lambda layers: [
            layers.Flatten(),
            layers.Dense(200),
            layers.Dense(10, activation="softmax"),
        ],
    )
    model.save(tmp_path / "large.keras")
    with pytest.raises(export_model.UnsupportedModel, match="fewer parameters"):
        export_model.export(tmp_path / "large.keras", tmp_path / "model.js")
    assert not (tmp_path / "model.js").exists()


def test_the_final_model_of_the_course_fits_into_a_page(browser, keras):
    """Its recipe is built anew and untrained, so that this is known before it is trained."""
    from autograder.results.final_recipe import build_final

    model = with_chance_in_all_weights(build_final())
    images = digits(20)
    let_images_differ(model, images)
    script = export_model.script_text(model, {}, "0" * 64)
    assert len(script) < export_model.LIMIT_IN_BYTES
    found = in_the_page(browser, script, images)
    assert np.abs(found - in_keras(model, images)).max() < TOLERANCE
