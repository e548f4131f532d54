"""What a learner's Keras model is and does, and how its answers are turned into digits."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.light_models import (
    CLASSES,
    Array,
    Witness,
    answer_to,
    answers_of,
    calm,
    differ,
    keras_tensor,
    predict_plainly,
    small_model,
    text_of,
    weights_of,
)
from course.probes.losses import (
    EXAMPLES,
    FORMS,
    from_logits,
    in_form,
    losses_by_form,
    metrics_of_known_answers,
    name_of_loss,
    tells_right_from_wrong,
)
from course.probes.registry import function_named, probe

Facts = dict[str, Any]

# Operations that bend a straight line. A softmax does too, unless it is the output's.
_BENDING_OPERATIONS = {
    *("Relu", "Relu6", "Elu", "Selu", "LeakyRelu", "Tanh", "Sigmoid", "Softplus", "Softsign"),
    *("Maximum", "Minimum", "Erf", "Erfc", "Exp", "Abs", "Square", "Pow", "Select", "SelectV2"),
}
_BENDING_LAYERS = {"ReLU", "LeakyReLU", "PReLU", "ELU"}
_STRAIGHT = {"linear", "softmax", "log_softmax"}
# By how much the first weights of our model are multiplied for each kind of output.
_SCALES = {"probabilities": 1, "logits": 1, "large logits": 300, "equal": 0}


@probe
def describe_model(
    notebook: Mapping[str, Any], name: str, images: Array, labels: Array
) -> dict[str, Any]:
    """Build a model with a learner's function, show it images and let it take a step of training.

    The model is built once and examined as far as it goes: what cannot be asked of it is missing.

    Args:
        notebook: the learner's names.
        name: the function that returns the model; it is called without arguments.
        images: float32 (N, 28, 28, 1), N at least 12.
        labels: int (N,), from 0 to 9.

    Returns:
        - ``type``: the class name of what was returned; ``is_model``, ``is_kept``: whether it is a
          Keras model, and whether the notebook held that very model before the call.
        - ``compiled``: bool; ``input_shape``: list or None, as Keras tells it.
        - ``call_error``: what a call on images raised, or None; ``outputs``: what it answered to
          the images and, after them, to stranger ones: inverted, and noise; ``shape_for_one``: the
          shape of its answer to a single image.
        - ``kernels``: how many weights have two dimensions or more; ``bends``: whether there is
          anything in it besides sums, pooling and an output's softmax; None if that cannot be told.
        - ``loss_name``: text; ``from_logits``: bool, or None if the loss does not say.
        - ``losses``: dict with ``"integers"`` and ``"one_hot"``, the loss where labels are given
          so: None if it raised or was not tried, since the form before fits; else a dict of the
          loss of ``right`` answers (1 for the right class, 0 for the others), ``wrong`` ones,
          ``uniform`` ones (1/10) and ``shifted`` ones (right ones plus 3), penalties on weights
          left out. ``loss_error``: what it raised first, or None.
        - ``metrics``: two dicts, without the loss, for answers that are all right and half right;
          ``metric_error``: what a metric raised, or None.
        - ``next_loss``: the loss after the step; ``blind``: whether all images get one answer then;
          ``moved``: whether it changed a weight; ``step_error``: what it raised, or None.
    """
    function = function_named(notebook, name)
    before = {id(value) for value in notebook.values()}
    with calm():
        import keras

        model = function()
        facts: Facts = {
            "type": type(model).__name__,
            "is_model": isinstance(model, keras.Model),
            "is_kept": id(model) in before,
        }
        if not facts["is_model"]:
            return facts
        facts |= _describe_answers(model, images)
        if facts["call_error"] is None and facts["outputs"].shape[1:] == (CLASSES,):
            facts |= _describe_layers(model, facts["outputs"])
            if facts["compiled"]:
                facts |= _describe_learning(model, images, labels)
        return facts


@probe
def predict_with(
    notebook: Mapping[str, Any], name: str, batches: list[Array], output: str
) -> list[dict[str, Any]]:
    """Let a learner's function read the answers of a small model of ours.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(model, images)``.
        batches: several float32 (N, 28, 28, 1); the function is called for each.
        output: what the model gives, ``"probabilities"``; ``"logits"``; ``"large logits"``, up to
            hundreds; or ``"equal"``, ten zeros for every image.

    Returns:
        A dict for each batch: ``answer``: what the function returned; ``error``: what it raised, or
        None; ``scores``: (N, 10), what the model answers to these images; ``as_in_training``:
        whether it was called as if to be trained; ``largest``: the largest value that it was shown,
        None if it was not called; ``changed_arguments``: positions, from 0.
    """
    function = function_named(notebook, name)
    with calm():
        model, witness = small_model(softmax=output == "probabilities")
        model.set_weights([_SCALES[output] * weight for weight in model.get_weights()])
        predict_plainly(model)
        return [_describe_prediction(function, model, witness, images) for images in batches]


def _describe_prediction(
    function: Callable[..., Any], model: Any, witness: Witness, images: Array
) -> Facts:
    before, answer, error = images.copy(), None, None
    witness.forget()
    try:
        answer = function(model, images)
    except NotImplementedError:  # a stub, which is told so
        raise
    except Exception as raised:
        error = text_of(raised)
    shown = [float(np.max(seen)) for seen in witness.looked_at if seen.size]
    return {
        "answer": answer,
        "error": error,
        "as_in_training": bool(witness.learned_from),
        "largest": max(shown, default=None),
        "scores": answers_of(model, before),
        "changed_arguments": [] if is_unchanged(before, images) else [1],
    }


def _describe_answers(model: Any, images: Array) -> Facts:
    facts: Facts = {"compiled": bool(model.compiled), "call_error": None}
    model.run_eagerly = True
    noise = np.random.default_rng(0).normal(size=(4, *images.shape[1:])).astype(np.float32)
    try:
        facts["outputs"] = answers_of(model, np.concatenate([images, 1 - images[:4], noise]))
        facts["shape_for_one"] = list(answers_of(model, images[:1]).shape)
    except Exception as error:
        facts["call_error"] = text_of(error)
    facts["input_shape"] = _input_shape(model)
    return facts


def _input_shape(model: Any) -> list[int | None] | None:
    try:
        return [None if size is None else int(size) for size in model.input_shape]
    except Exception:  # subclassed models have none
        return None


def _describe_layers(model: Any, outputs: Array) -> Facts:
    kernels = sum(len(weight.shape) >= 2 for weight in model.trainable_weights)
    bends: bool | None = any(map(_is_bending, _all_layers(model)))
    if not bends:
        # Bends may stand in functions, in Lambda layers or in a subclass's `call`.
        is_softmax = np.allclose(outputs.sum(axis=1), 1, atol=1e-3)
        bends = _has_bending_operations(model, softmaxes=int(is_softmax))
    return {"kernels": kernels, "bends": bends}


def _all_layers(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        yield layer
        if hasattr(layer, "layers"):
            yield from _all_layers(layer)


def _is_bending(layer: Any) -> bool:
    activation = getattr(layer, "activation", None)
    name = getattr(activation, "__name__", "linear" if activation is None else "other")
    return type(layer).__name__ in _BENDING_LAYERS or name not in _STRAIGHT


def _has_bending_operations(model: Any, softmaxes: int) -> bool | None:
    """Tell whether a model bends what goes through it, softmaxes of the output left out."""
    import tensorflow as tf

    tf.config.run_functions_eagerly(False)
    try:
        traced = tf.function(lambda x: model(x), autograph=False).get_concrete_function(
            tf.TensorSpec((None, 28, 28, 1), tf.float32)
        )
        graph = traced.graph.as_graph_def()
    except Exception:  # code that runs eagerly only
        return None
    finally:
        tf.config.run_functions_eagerly(True)
    nodes = [*graph.node, *(node for f in graph.library.function for node in f.node_def)]
    operations = [node.op for node in nodes]
    return not _BENDING_OPERATIONS.isdisjoint(operations) or operations.count("Softmax") > softmaxes


def _describe_learning(model: Any, images: Array, labels: Array) -> Facts:
    facts = losses_by_form(model, images[:EXAMPLES])
    facts |= {"loss_name": name_of_loss(model), "from_logits": from_logits(model)}
    fitting = [form for form in FORMS if tells_right_from_wrong(facts["losses"][form])]
    if fitting:
        facts |= metrics_of_known_answers(model, images[:EXAMPLES], fitting[0])
        facts |= _take_a_step(model, images, in_form(labels, fitting[0]))
    return facts


def _take_a_step(model: Any, images: Array, labels: Array) -> Facts:
    x, y = keras_tensor(images[:EXAMPLES]), keras_tensor(labels[:EXAMPLES])
    before = weights_of(model)
    facts: Facts = {"next_loss": None, "step_error": None}
    try:
        model.train_step((x, y))
        answers = answer_to(model, x)
        facts["next_loss"] = float(model.compute_loss(x=x, y=y, y_pred=answers))
        rows = np.asarray(answers)  # whose last bits depend on their place in the batch
        facts["blind"] = bool(np.allclose(rows, rows[0], rtol=1e-6, atol=1e-6 * np.abs(rows).max()))
    except Exception as error:
        facts["step_error"] = text_of(error)
    facts["moved"] = differ(before, weights_of(model))
    return facts
