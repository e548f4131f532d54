"""What a learner's layer of Keras is, and what it makes of numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from course.probes.light_models import Array, calm, keras_tensor, text_of
from course.probes.registry import function_named, probe


@probe
def describe_layer(
    notebook: Mapping[str, Any], name: str, units: int, inputs: Array
) -> dict[str, Any]:
    """Make a layer with a learner's function and call it, with weights of ours, on inputs.

    Once built, the layer's trainable weights are replaced by fixed ones, none of them 0, so that
    what it answers does not depend on how it was initialized.

    Args:
        notebook: the learner's names.
        name: the function that returns the layer; it is called as ``f(units)``, twice.
        units: is handed to the function.
        inputs: float32 (N, I).

    Returns:
        - ``type``: the class name of what was returned, or the name of the class if a class was;
          ``is_layer``, ``is_class``: whether it is a layer of Keras, or a class of layers;
          ``is_kept``: whether the second call returned the very same object.
        - Of a layer also ``call_error``: what a call on the inputs raised, or None; ``outputs``:
          what it gave; ``parameters``: how many numbers its weights hold.
    """
    function = function_named(notebook, name)
    with calm():
        import keras

        layer = function(units)
        is_class = isinstance(layer, type)
        facts: dict[str, Any] = {
            "type": layer.__name__ if is_class else type(layer).__name__,
            "is_layer": isinstance(layer, keras.Layer),
            "is_class": is_class and issubclass(layer, keras.Layer),
            "is_kept": function(units) is layer,
        }
        if facts["is_layer"]:
            facts |= _describe_call(layer, inputs)
        return facts


def _describe_call(layer: Any, inputs: Array) -> dict[str, Any]:
    tensor = keras_tensor(inputs)
    try:
        layer(tensor)
        _replace_weights(layer)
        outputs = layer(tensor)
    except Exception as error:
        return {"call_error": text_of(error)}
    parameters = sum(int(np.prod(weight.shape)) for weight in layer.weights)
    return {"call_error": None, "outputs": outputs, "parameters": parameters}


def _replace_weights(layer: Any) -> None:
    rng = np.random.default_rng(0)
    for weight in layer.trainable_weights:
        weight.assign(rng.uniform(0.2, 1, weight.shape) * rng.choice((-1, 1), weight.shape))
