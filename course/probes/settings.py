"""What the arguments of a learner's function do to the model that it builds."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any
from unittest import mock

import numpy as np

from course.probes.light_models import Array, answers_of, calm, keras_tensor, text_of
from course.probes.losses import (
    EXAMPLES,
    from_logits,
    losses_by_form,
    metrics_of_known_answers,
)
from course.probes.registry import function_named, probe

Facts = dict[str, Any]


@probe
def describe_settings(
    notebook: Mapping[str, Any], name: str, settings: list[dict[str, Any]], images: Array
) -> list[dict[str, Any]]:
    """Build a model for each of several settings, and tell in what they differ.

    Args:
        notebook: the learner's names.
        name: the function that returns a model; it is called as ``f(**setting)``.
        settings: the arguments of each call.
        images: float32 (N, 28, 28, 1), N at least 12, which the models are shown.

    Returns:
        A dict for each setting: ``error``: what the function raised, or the model when it was
        called, or None. Without an error also ``type``: the class name of what was returned, and
        ``is_model``, ``compiled``: bool. Of a compiled model also

        - ``learning_rate``: that of its optimizer at the first step, None if it has none.
        - ``dropout``: the rates of its dropout layers; ``random``: whether its answer in training
          changes from call to call, None where dropout layers say so or none is asked for.
          ``dropped``: for each call of a dropout layer in training, the shape of what it gets for
          one image; None if that is not known or no dropout is asked for.
        - ``batch_norm``: how many layers of batch normalization it has; ``other_norms``: the class
          names of other layers that normalize.
        - ``kernels``: the shapes of trainable weights with two dimensions or more.
        - ``shares``: what it has in common with the model of an earlier setting: ``"model"``,
          ``"weights"``, ``"optimizer"`` or None.

        Without any setting, also ``outputs``: what it answers to the images, and ``losses``,
        ``loss_error``, ``from_logits``, ``metrics``, ``metric_error`` as `describe_model` tells
        them, the last two where the loss takes integer labels.
    """
    function = function_named(notebook, name)
    with calm():
        models: list[Any] = []
        return [_describe(function, setting, images, models) for setting in settings]


def _describe(
    function: Callable[..., Any], setting: Mapping[str, Any], images: Array, earlier: list[Any]
) -> Facts:
    import keras

    try:
        model = function(**setting)
    except NotImplementedError:  # a stub, which is told so
        raise
    except Exception as error:
        return {"error": text_of(error)}
    facts: Facts = {"error": None, "type": type(model).__name__}
    facts |= {"is_model": isinstance(model, keras.Model), "compiled": False}
    if not facts["is_model"] or not model.compiled:
        return facts
    facts["compiled"] = True
    try:
        outputs = answers_of(model, images[:1] if setting else images)
        if not setting:
            facts |= {"outputs": outputs, **_losses_and_metrics(model, images)}
        facts |= _parts_of(model)
        facts["random"] = facts["dropped"] = None
        if setting.get("dropout") and facts["dropout"]:
            facts["dropped"] = _shapes_dropped_from(model, images[:4])
        elif setting.get("dropout"):
            facts["random"] = _is_random_in_training(model, images[:4])
    except Exception as error:
        return facts | {"error": text_of(error)}
    facts["shares"] = _shared(model, earlier)
    earlier.append(model)
    return facts


def _losses_and_metrics(model: Any, images: Array) -> Facts:
    facts = losses_by_form(model, images[:EXAMPLES])
    facts["from_logits"] = from_logits(model)
    if facts["losses"]["integers"] is not None:
        facts |= metrics_of_known_answers(model, images[:EXAMPLES], "integers")
    return facts


def _parts_of(model: Any) -> Facts:
    import keras

    every_layer = list(_layers_of(model))
    return {
        "learning_rate": _learning_rate(model),
        "dropout": [float(layer.rate) for layer in every_layer if _drops(layer)],
        "batch_norm": sum(
            isinstance(layer, keras.layers.BatchNormalization) for layer in every_layer
        ),
        "other_norms": sorted(
            type(layer).__name__
            for layer in every_layer
            if "Normalization" in type(layer).__name__
            and not isinstance(layer, keras.layers.BatchNormalization)
        ),
        "kernels": [list(w.shape) for w in model.trainable_weights if len(w.shape) >= 2],
    }


def _layers_of(model: Any) -> Iterator[Any]:
    """Yield all layers, those inside of layers too, which `model.layers` leaves out."""
    try:
        yield from model._flatten_layers(include_self=False)
    except AttributeError:  # Keras has no public name for it, so it may be gone one day
        yield from model.layers


def _drops(layer: Any) -> bool:
    return "Dropout" in type(layer).__name__ and bool(getattr(layer, "rate", None))


def _shapes_dropped_from(model: Any, images: Array) -> list[list[int]] | None:
    shapes: list[list[int]] = []
    with contextlib.ExitStack() as stack:
        for kind in {type(layer) for layer in _layers_of(model) if _drops(layer)}:
            stack.enter_context(_noting_inputs(kind, shapes))
        try:
            model(keras_tensor(images), training=True)
        except Exception:  # a subclass whose `call` does not take it
            return None
    return shapes


def _noting_inputs(kind: Any, shapes: list[list[int]]) -> AbstractContextManager[Any]:
    """Note what the active layers of a class are called with, for one image."""
    original = kind.call

    def call(layer: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
        if _drops(layer):
            shapes.append([int(length) for length in inputs.shape[1:]])
        return original(layer, inputs, *args, **kwargs)

    return mock.patch.object(kind, "call", call)


def _learning_rate(model: Any) -> float | None:
    try:
        return float(np.asarray(model.optimizer.learning_rate))
    except (AttributeError, TypeError, ValueError):
        return None


def _is_random_in_training(model: Any, images: Array) -> bool:
    tensor = keras_tensor(images)
    first, second = (np.asarray(model(tensor, training=True)) for _ in range(2))
    return not np.allclose(first, second, rtol=1e-3, atol=1e-6)


def _shared(model: Any, earlier: list[Any]) -> str | None:
    weights = {id(weight) for weight in model.weights}
    for other in earlier:
        if model is other:
            return "model"
        if weights & {id(weight) for weight in other.weights}:
            return "weights"
        if model.optimizer is other.optimizer:
            return "optimizer"
    return None
