"""How a learner's function builds models: anew each time, untrained, with bends on the way."""

import contextlib
import functools
from collections.abc import Iterator, Mapping
from typing import Any
from unittest import mock

from course.probes.light_models import Array, answer_to, calm
from course.probes.registry import function_named, probe

Facts = dict[str, Any]

_SUMS = {"Dense", "Conv2D"}
# What hands values on, or only sums, scales and rearranges them, one tensor at a time.
_CARRIERS = {
    *("Activation", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "Identity"),
    *("BatchNormalization", "Rescaling", "Flatten", "Reshape", "Permute"),
    *("AveragePooling2D", "ZeroPadding2D", "Cropping2D", "UpSampling2D"),
}
_BENDS = {"Activation", "ReLU", "LeakyReLU", "PReLU", "ELU"}


@probe
def watch_builder(notebook: Mapping[str, Any], name: str, images: Array) -> Facts:
    """Call a function that builds a model twice, and watch images pass the layers of the first.

    Args:
        notebook: the learner's names.
        name: the function that returns the model; it is called without arguments.
        images: float32 (N, 28, 28, 1).

    Returns:
        An empty dict if no Keras model came, else:

        - ``same``: whether both calls returned one model; ``shared``: what both models hold, class
          names of layers that learn, and ``"optimizer"``. Empty if they are the same.
        - ``steps``: how many steps its optimizer has taken; 0 without one.
        - ``batch_size``: how many images the model's input was told to take at once, None if that
          was left open. What Keras fills in when it sees the first images does not count.
        - ``straight``: the class names of two layers, convolutions wider than a pixel or dense ones
          without an activation, that feed one another with no bend between them; None if there are
          none, or none can be seen. ``idle``: class names of activations that no image passed.
    """
    function = function_named(notebook, name)
    with calm():
        import keras

        with _filled_in() as filled:
            model = function()
        if not isinstance(model, keras.Model):
            return {}
        batch_size = None if filled else _batch_size(model)  # before it is shown anything
        straight, idle = _straight_pair(model, images)
        again = function()
        return {
            "same": again is model,
            "shared": _shared(model, again, images),
            "steps": _steps_of(model),
            "batch_size": batch_size,
            "straight": straight,
            "idle": idle,
        }


@contextlib.contextmanager
def _filled_in() -> Iterator[list[Any]]:
    """Collect the models meanwhile whose input shape Keras takes from what they are shown first."""
    import keras

    filled: list[Any] = []
    build = keras.Sequential.build

    @functools.wraps(build)  # Keras reads its signature
    def watched_build(model: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(next(iter(model._layers), None), keras.layers.InputLayer):
            filled.append(model)
        return build(model, *args, **kwargs)

    with mock.patch.object(keras.Sequential, "build", watched_build):
        yield filled


def _batch_size(model: Any) -> int | None:
    try:
        size = model.input_shape[0]
    except Exception:  # subclassed models have no shape, and others have several
        return None
    return size if isinstance(size, int) else None


def _steps_of(model: Any) -> int:
    iterations = getattr(getattr(model, "optimizer", None), "iterations", None)
    return 0 if iterations is None else int(iterations)


def _shared(model: Any, again: Any, images: Array) -> list[str]:
    import keras

    if again is model or not isinstance(again, keras.Model):
        return []
    with contextlib.suppress(Exception):  # a model without an input is built when it is called
        answer_to(again, images[:1])
    of_again = {id(layer) for layer in _layers_of(again)}
    layers = {
        type(layer).__name__
        for layer in _layers_of(model)
        if id(layer) in of_again and layer.trainable_weights
    }
    optimizer = getattr(model, "optimizer", None)
    is_shared = optimizer is not None and optimizer is getattr(again, "optimizer", None)
    return sorted(layers) + ["optimizer"] * is_shared


def _layers_of(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        yield layer
        if hasattr(layer, "layers"):
            yield from _layers_of(layer)


def _straight_pair(model: Any, images: Array) -> tuple[list[str] | None, list[str]]:
    """Return ``straight`` and ``idle`` as `watch_builder` tells them."""
    import keras

    pairs: list[list[str]] = []
    called: set[int] = set()
    # By the identity of a tensor: the layer whose sums it holds, no more than carried on. Tensors
    # are kept, since the identity of one that is gone may be given to another.
    sums: dict[int, str | None] = {}
    kept: list[Any] = []
    call = keras.layers.Layer.__call__

    def watched_call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        answer = call(layer, *args, **kwargs)
        called.add(id(layer))
        kind = type(layer).__name__
        given = [value for value in keras.tree.flatten((args, kwargs)) if hasattr(value, "shape")]
        feeding = sums.get(id(given[0])) if len(given) == 1 else None
        adds = kind in _SUMS and min(getattr(layer, "kernel_size", None) or [2]) > 1
        if adds and feeding:
            pairs.append([feeding, kind])
        known = adds or kind in _CARRIERS
        if known or id(answer) not in sums:  # else a container, which hands on a layer's answer
            reaching = kind if adds else feeding
            sums[id(answer)] = reaching if known and _is_straight(layer) else None
            kept.append((given, answer))
        return answer

    try:
        with mock.patch.object(keras.layers.Layer, "__call__", watched_call):
            answer_to(model, images)
    except Exception:  # what it raises is told by other probes
        return None, []
    layers = list(_layers_of(model))
    idle = {type(layer).__name__ for layer in layers if id(layer) not in called} & _BENDS
    return (pairs[0] if pairs else None), sorted(idle)


def _is_straight(layer: Any) -> bool:
    activation = getattr(layer, "activation", None)
    return activation is None or getattr(activation, "__name__", "other") == "linear"
