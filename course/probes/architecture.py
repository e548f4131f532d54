"""What stands in a network: its layers in the order in which an image passes them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest import mock

from course.probes.light_models import Array, answer_to, calm, text_of
from course.probes.registry import function_named, probe

Facts = dict[str, Any]

# Sums, means and rearrangements: between two convolutions they bend nothing.
_STRAIGHT_LAYERS = {
    *("BatchNormalization", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout"),
    *("AveragePooling2D", "ZeroPadding2D", "Cropping2D", "UpSampling2D", "Rescaling", "Identity"),
    *("Add", "Average", "Concatenate", "Reshape", "Flatten", "InputLayer", "Conv2D", "Dense"),
    *("SeparableConv2D", "DepthwiseConv2D", "Conv2DTranspose", "Activation"),
}


@probe
def trace_network(notebook: Mapping[str, Any], name: str, images: Array) -> dict[str, Any]:
    """Build a network with a learner's function and watch images pass its layers.

    Args:
        notebook: the learner's names.
        name: the function that returns the model; it is called without arguments.
        images: float32 (N, 28, 28, 1).

    Returns:
        ``is_model``: whether a Keras model came; ``error``: what it raised when it was called, or
        None; ``layers``: a dict for each layer that images passed, in that order:

        - ``kind``: the class name; ``convolution``: whether it is a two-dimensional convolution.
        - ``shape_in``, ``shape_out``: lists without the number of images, such as ``[28, 28, 1]``.
        - ``window``, ``strides``: (height, width) of a convolution or pooling, None for others.
        - ``scale``: of a Rescaling layer, the number by which it multiplies, else None.
        - ``straight_after``: of a convolution, how many others feed it without a bend in between,
          pairs in which one of the windows has a side of 1 left out.
    """
    function = function_named(notebook, name)
    with calm():
        import keras

        model = function()
        if not isinstance(model, keras.Model):
            return {"is_model": False, "error": None, "layers": []}
        model.run_eagerly = True
        error = None
        with _watched_layers() as layers:
            try:
                answer_to(model, images)
            except Exception as raised:
                error = text_of(raised)
    return {"is_model": True, "error": error, "layers": layers}


@contextmanager
def _watched_layers() -> Iterator[list[Facts]]:
    """Collect facts of all layers that are called meanwhile; of nested ones the innermost."""
    import keras

    convolutions = (
        keras.layers.Conv2D,
        keras.layers.SeparableConv2D,
        keras.layers.DepthwiseConv2D,
        keras.layers.Conv2DTranspose,
    )
    seen: list[Facts] = []
    # By the identity of a tensor: the convolutions that reach it unbent. Tensors are kept, since
    # the identity of one that is gone may be given to another.
    unbent: dict[int, set[int]] = {}
    kept: list[Any] = []
    call = keras.layers.Layer.__call__

    def watched_call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        before = len(seen)
        inputs = keras.tree.flatten((args, kwargs))
        answer = call(layer, *args, **kwargs)
        is_convolution = isinstance(layer, convolutions)
        holds_activation = is_convolution or isinstance(layer, keras.layers.Dense)
        if len(seen) > before and not holds_activation:
            return answer  # a container
        del seen[before:]
        feeding = set().union(*(unbent.get(id(value), set()) for value in inputs))
        facts = _facts_of(layer, inputs, answer, is_convolution)
        if is_convolution:
            facts["straight_after"] = sum(
                _is_wide(seen[i]) and _is_wide(facts) for i in feeding if i < len(seen)
            )
        seen.append(facts)
        reaching = {before} if is_convolution else feeding
        for value in keras.tree.flatten(answer):
            unbent[id(value)] = set() if _bends(layer) else reaching
            kept.append(value)
        return answer

    with mock.patch.object(keras.layers.Layer, "__call__", watched_call):
        yield seen


def _facts_of(layer: Any, inputs: list[Any], answer: Any, is_convolution: bool) -> Facts:
    window = getattr(layer, "kernel_size", None) or getattr(layer, "pool_size", None)
    strides = getattr(layer, "strides", None)
    kind = type(layer).__name__
    return {
        "kind": kind,
        "convolution": is_convolution,
        "shape_in": next((_shape(value) for value in inputs if hasattr(value, "shape")), None),
        "shape_out": _shape(answer),
        "window": _pair(window),
        "strides": _pair(strides),
        "scale": _number(getattr(layer, "scale", None)) if kind == "Rescaling" else None,
    }


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _shape(value: Any) -> list[int] | None:
    return [int(size) for size in value.shape[1:]] if hasattr(value, "shape") else None


def _pair(value: Any) -> list[int] | None:
    if isinstance(value, int):
        return [value, value]
    return [int(size) for size in value] if isinstance(value, list | tuple) else None


def _is_wide(facts: Facts) -> bool:
    return min(facts["window"] or [1]) > 1


def _bends(layer: Any) -> bool:
    """Tell whether a layer does more than sums; of a layer that is not known, we assume it."""
    activation = getattr(layer, "activation", None)
    name = getattr(activation, "__name__", "linear" if activation is None else "other")
    return name != "linear" or type(layer).__name__ not in _STRAIGHT_LAYERS
