"""Write a Keras model as a script that the site's own inference reads.

    python -m autograder.website.export_model [MODEL.keras]

The model is a chain of layers, Sequential or functional, as classifiers of small images are. What
only matters while training (dropout, augmentation) is left out, and batch normalization is folded
into the layer before it where that is exact. A file of the same name that ends in `.json`, beside
the model's, may say what the page tells about it: ``title`` and ``training_images``.

Weights are kept as 24-bit whole numbers in units of the largest of their array. Each is off by at
most 6 in 100,000,000 of that largest one, about what a float holds, and three bytes become exactly
four letters of base64.
"""

import argparse
import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

MODEL = Path(__file__).parent / "digit_reader.keras"
SCRIPT = Path(__file__).resolve().parents[2] / "site" / "javascripts" / "live" / "model.js"
LIMIT_IN_BYTES = 600_000
_TOP = 2**23 - 1  # the largest number of 24 bits, one of them for the sign
ACTIVATIONS = {"linear", "relu", "sigmoid", "tanh", "silu", "softmax"}
# What these do happens in training only, or changes nothing in the order of the values.
PASSED_OVER = {
    "InputLayer",
    "Dropout",
    "SpatialDropout2D",
    "GaussianNoise",
    "GaussianDropout",
    "RandomTranslation",
    "RandomRotation",
    "RandomZoom",
    "RandomShear",
}


class UnsupportedModel(ValueError):
    """The site's inference cannot run this model; the message names the layer and the reason."""


@dataclass
class Layer:
    """One step of the forward pass, as the page runs and shows it.

    Attributes:
        kind: ``conv``, ``depthwise``, ``dense``, ``scale``, ``max_pool``, ``average_pool``,
            ``global_average``, ``global_max`` or ``flatten``.
        activation: what is applied to its output, one of `ACTIVATIONS`.
        settings: window, strides and padding where it has them.
        arrays: its weights by name, in the order in which they are written.
    """

    kind: str
    activation: str = "linear"
    settings: dict[str, Any] = field(default_factory=dict)
    arrays: dict[str, FloatArray] = field(default_factory=dict)


def export(model_file: Path, script: Path = SCRIPT) -> int:
    """Write the script for a saved model.

    Args:
        model_file: a `.keras` file; its input is (N, 28, 28, 1) in [0, 1], its output (N, 10)
            probabilities.
        script: where the JavaScript goes.

    Returns:
        The script's size in bytes.

    Raises:
        UnsupportedModel: a layer, its settings, or the way layers are joined is not supported, or
            the script would be larger than `LIMIT_IN_BYTES`.
    """
    import keras

    about = model_file.with_suffix(".json")
    told = json.loads(about.read_text("utf-8")) if about.is_file() else {}
    digest = hashlib.sha256(model_file.read_bytes()).hexdigest()
    text = script_text(keras.saving.load_model(model_file, compile=False), told, digest)
    if len(text) > LIMIT_IN_BYTES:
        raise UnsupportedModel(
            f"The script has {len(text):,} bytes, and a page loads at most {LIMIT_IN_BYTES:,}. "
            "Export a model with fewer parameters."
        )
    script.write_text(text, encoding="ascii")
    return len(text)


def script_text(model: Any, told: dict[str, Any], digest: str) -> str:
    """Return the script for a Keras model.

    Args:
        model: the model.
        told: what the page tells about it: ``title`` and ``training_images``, both optional.
        digest: the SHA-256 of the file that it comes from.
    """
    if tuple(model.input_shape) != (None, 28, 28, 1) or tuple(model.output_shape) != (None, 10):
        raise UnsupportedModel(
            f"The model maps {model.input_shape} to {model.output_shape}; the page shows it images "
            "of shape (28, 28, 1) and expects 10 probabilities."
        )
    layers = chain(model)
    if any(layer.activation == "softmax" for layer in layers[:-1]):
        raise UnsupportedModel(
            "A softmax stands before the last layer; only the last may have one."
        )
    if layers[-1].activation != "softmax":
        raise UnsupportedModel("The last layer gives no probabilities: it has no softmax.")
    description = {
        "title": told.get("title", model.name),
        "training_images": told.get("training_images"),
        "parameters": int(model.count_params()),
        "sha256": digest,
        "input": [28, 28, 1],
        "layers": [
            {
                "kind": layer.kind,
                "activation": layer.activation,
                **layer.settings,
                "arrays": {
                    name: {"shape": list(array.shape), "largest": _largest(array)}
                    for name, array in layer.arrays.items()
                },
            }
            for layer in layers
        ],
        "weights": _packed(layers),
    }
    entries = ",\n".join(f"  {name}: {json.dumps(value)}" for name, value in description.items())
    return (
        "// Written by `python -m autograder.website.export_model`; do not edit.\n"
        f"courseLive.model = {{\n{entries},\n}};\n"
    )


def chain(model: Any) -> list[Layer]:
    """Return the steps of a model's forward pass, in order.

    Raises:
        UnsupportedModel: see `export`.
    """
    steps: list[Layer] = []
    for layer in _keras_layers(model):
        name = type(layer).__name__
        if name in PASSED_OVER:
            continue
        if name not in _CONVERTERS:
            raise UnsupportedModel(
                f"Layer {layer.name!r} is a {name}, which the page cannot run. It knows "
                f"{', '.join(sorted(_CONVERTERS))}."
            )
        _CONVERTERS[name](layer, steps)
    if not steps:
        raise UnsupportedModel("The model has no layers.")
    return steps


def _keras_layers(model: Any) -> Iterator[Any]:
    """Yield the layers of a chain, those of nested chains in their place."""
    import keras

    if not isinstance(model, keras.Sequential):
        _demand_chain(model.layers)
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from _keras_layers(layer)
        else:
            yield layer


def _demand_chain(layers: list[Any]) -> None:
    """Raise UnsupportedModel unless each layer reads what the one before gave, and nothing else.

    A functional model's layers come in the order in which they are computed.
    """
    for before, layer in pairwise(layers):
        if isinstance(layer.input, list) or layer.input is not before.output:
            raise UnsupportedModel(
                f"Layer {layer.name!r} does not simply follow {before.name!r}. The page runs "
                "chains of layers, without branches."
            )


def _convolution(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "groups", 1)
    kernel = np.asarray(layer.kernel, np.float64)
    steps.append(_windowed(layer, "conv", {"kernel": kernel}, kernel.shape[-1]))


def _depthwise(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "depth_multiplier", 1)
    kernel = np.asarray(layer.kernel, np.float64)[..., 0]
    steps.append(_windowed(layer, "depthwise", {"kernel": kernel}, kernel.shape[-1]))


def _separable(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "depth_multiplier", 1)
    depthwise = np.asarray(layer.depthwise_kernel, np.float64)[..., 0]
    first = _windowed(layer, "depthwise", {"kernel": depthwise}, depthwise.shape[-1])
    first.activation = "linear"
    first.arrays["bias"] = np.zeros(depthwise.shape[-1])
    pointwise = np.asarray(layer.pointwise_kernel, np.float64)
    second = _windowed(layer, "conv", {"kernel": pointwise}, pointwise.shape[-1])
    second.settings = {"window": [1, 1], "strides": [1, 1], "padding": "valid"}
    steps += [first, second]


def _dense(layer: Any, steps: list[Layer]) -> None:
    kernel = np.asarray(layer.kernel, np.float64)
    arrays = {"kernel": kernel, "bias": _bias(layer, kernel.shape[-1])}
    steps.append(Layer("dense", _activation(layer), {}, arrays))


def _pooling(kind: str) -> Any:
    def convert(layer: Any, steps: list[Layer]) -> None:
        settings = {
            "window": list(layer.pool_size),
            "strides": list(layer.strides),
            "padding": layer.padding,
        }
        _demand(layer, "data_format", "channels_last")
        steps.append(Layer(kind, "linear", settings))

    return convert


def _global(kind: str) -> Any:
    def convert(layer: Any, steps: list[Layer]) -> None:
        _demand(layer, "data_format", "channels_last")
        _demand(layer, "keepdims", False)
        steps.append(Layer(kind))

    return convert


def _flatten(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "data_format", "channels_last")
    steps.append(Layer("flatten"))


def _batch_normalization(layer: Any, steps: list[Layer]) -> None:
    """Fold it into the layer before where that one has no activation; else keep it as a scaling."""
    if tuple(np.atleast_1d(layer.axis)) not in {(-1,), (len(layer.input.shape) - 1,)}:
        raise UnsupportedModel(f"Layer {layer.name!r} normalizes another axis than the channels.")
    variance = np.asarray(layer.moving_variance, np.float64)
    scale = 1 / np.sqrt(variance + layer.epsilon)
    if layer.scale:
        scale = scale * np.asarray(layer.gamma, np.float64)
    shift = -np.asarray(layer.moving_mean, np.float64) * scale
    if layer.center:
        shift = shift + np.asarray(layer.beta, np.float64)
    before = steps[-1] if steps else None
    if before and before.activation == "linear" and "bias" in before.arrays:
        # Each kernel keeps its outputs in the last axis, the channels that are scaled.
        before.arrays["kernel"] = before.arrays["kernel"] * scale
        before.arrays["bias"] = before.arrays["bias"] * scale + shift
    else:
        steps.append(Layer("scale", "linear", {}, {"factor": scale, "shift": shift}))


def _rescaling(layer: Any, steps: list[Layer]) -> None:
    channels = layer.input.shape[-1]
    factor = np.broadcast_to(np.asarray(layer.scale, np.float64), (channels,)).copy()
    shift = np.broadcast_to(np.asarray(layer.offset, np.float64), (channels,)).copy()
    steps.append(Layer("scale", "linear", {}, {"factor": factor, "shift": shift}))


def _activation_layer(layer: Any, steps: list[Layer]) -> None:
    _apply(_activation(layer), layer, steps)


def _relu(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "max_value", None)
    _demand(layer, "negative_slope", 0)
    _demand(layer, "threshold", 0)
    _apply("relu", layer, steps)


def _softmax(layer: Any, steps: list[Layer]) -> None:
    _demand(layer, "axis", -1)
    _apply("softmax", layer, steps)


def _apply(activation: str, layer: Any, steps: list[Layer]) -> None:
    """Let the step before apply the activation; put one in where it has one already."""
    if not steps or steps[-1].activation != "linear":
        channels = layer.input.shape[-1]
        steps.append(
            Layer("scale", arrays={"factor": np.ones(channels), "shift": np.zeros(channels)})
        )
    steps[-1].activation = activation


_CONVERTERS: dict[str, Any] = {
    "Conv2D": _convolution,
    "DepthwiseConv2D": _depthwise,
    "SeparableConv2D": _separable,
    "Dense": _dense,
    "MaxPooling2D": _pooling("max_pool"),
    "AveragePooling2D": _pooling("average_pool"),
    "GlobalAveragePooling2D": _global("global_average"),
    "GlobalMaxPooling2D": _global("global_max"),
    "Flatten": _flatten,
    "BatchNormalization": _batch_normalization,
    "Rescaling": _rescaling,
    "Activation": _activation_layer,
    "ReLU": _relu,
    "Softmax": _softmax,
}


def _windowed(layer: Any, kind: str, arrays: dict[str, FloatArray], outputs: int) -> Layer:
    """Return a step for a convolution of any kind, its bias zeros where it has none."""
    _demand(layer, "dilation_rate", (1, 1))
    _demand(layer, "data_format", "channels_last")
    settings = {
        "window": list(layer.kernel_size),
        "strides": list(layer.strides),
        "padding": layer.padding,
    }
    return Layer(kind, _activation(layer), settings, arrays | {"bias": _bias(layer, outputs)})


def _bias(layer: Any, outputs: int) -> FloatArray:
    return np.asarray(layer.bias, np.float64) if layer.use_bias else np.zeros(outputs)


def _activation(layer: Any) -> str:
    import keras

    name = keras.activations.serialize(layer.activation)
    if name not in ACTIVATIONS:
        raise UnsupportedModel(
            f"Layer {layer.name!r} has the activation {name!r}; the page knows "
            f"{', '.join(sorted(ACTIVATIONS))}."
        )
    return str(name)


def _demand(layer: Any, setting: str, wanted: Any) -> None:
    """Raise UnsupportedModel if a setting is not the one that the page's arithmetic knows."""
    found = getattr(layer, setting)
    if (tuple(found) if isinstance(found, list | tuple) else found) != wanted:
        raise UnsupportedModel(
            f"Layer {layer.name!r} has {setting}={found!r}; the page knows {wanted!r} only."
        )


def _packed(layers: list[Layer]) -> str:
    """Return all weights in order as base64, three bytes each, the lowest first."""
    arrays = [array for layer in layers for array in layer.arrays.values()]
    whole = [np.round(array.ravel() / _largest(array) * _TOP).astype("<i4") for array in arrays]
    low_bytes = np.concatenate(whole).view(np.uint8).reshape(-1, 4)[:, :3]
    return base64.b64encode(low_bytes.tobytes()).decode("ascii")


def _largest(array: FloatArray) -> float:
    """Return the largest absolute value; 1 where all are 0."""
    return float(np.abs(array).max()) or 1.0


def main() -> None:
    """Export a model from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "model", type=Path, nargs="?", default=MODEL, help=f"a .keras file; default {MODEL.name}"
    )
    parser.add_argument(
        "--to", type=Path, default=SCRIPT, help=f"the script; default {SCRIPT.name}"
    )
    arguments = parser.parse_args()
    try:
        size = export(arguments.model, arguments.to)
    except UnsupportedModel as problem:
        raise SystemExit(f"{arguments.model}: {problem}") from None
    print(f"{arguments.to}: {size:,} bytes")


if __name__ == "__main__":
    main()
