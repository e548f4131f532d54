"""Keras models that answer quickly, and the calm in which probes ask them.

A full ``fit`` or ``predict`` on sixteen images spends nearly all of its time on setting up
pipelines and graphs. Here functions run eagerly, and ``predict`` is replaced by a plain one that
takes the same arguments.
"""

import contextlib
import inspect
import random
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from course.randomness import seed

Array = npt.NDArray[Any]

CLASSES = 10
# A data set may repeat itself for ever: what is longer is cut.
_MOST_BATCHES = 1_000
# What Keras and TensorFlow put around the words of an error: bold face, names of nodes.
_DECORATION = re.compile(r"\x1b\[[0-9;]*m|\{\{.*?\}\} *| *\[Op:.*")


@contextlib.contextmanager
def calm() -> Iterator[None]:
    """Run a learner's code with known randomness and eager functions, without its warnings.

    Keras draws the seeds of layers from Python's generator. A learner's own random state is as it
    was afterwards.
    """
    import tensorflow as tf

    python_state, numpy_state = random.getstate(), np.random.get_state()
    was_eager = tf.config.functions_run_eagerly()
    random.seed(seed())
    np.random.seed(seed())
    tf.config.run_functions_eagerly(True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        tf.config.run_functions_eagerly(was_eager)
        random.setstate(python_state)
        np.random.set_state(numpy_state)


@dataclass
class Witness:
    """What a small model of ours was called with: images (N, 28, 28, 1) by kind of call."""

    learned_from: list[Array] = field(default_factory=list)
    looked_at: list[Array] = field(default_factory=list)

    def forget(self) -> None:
        """Forget all calls until now."""
        self.learned_from.clear()
        self.looked_at.clear()


def small_model(softmax: bool) -> tuple[Any, Witness]:
    """Return a small model for (N, 28, 28, 1) that gives (N, 10), and a witness of its calls.

    Its dropout makes answers useless while it believes that it is being trained.
    """
    import keras

    witness = Witness()

    # One layer instead of three: what takes time in a small model is the building of layers.
    class WatchedFlatten(keras.layers.Flatten):
        def call(self, inputs: Any, training: bool | None = None) -> Any:
            if hasattr(inputs, "numpy"):  # neither a graph's tensor nor Keras's own stand-in
                (witness.learned_from if training else witness.looked_at).append(inputs.numpy())
            values = super().call(inputs)
            return keras.random.dropout(values, 0.9, seed=0) if training else values

    model = keras.Sequential(
        [
            keras.layers.Input((28, 28, 1)),
            WatchedFlatten(),
            keras.layers.Dense(
                CLASSES,
                kernel_initializer=keras.initializers.RandomNormal(stddev=0.05),
                bias_initializer=keras.initializers.RandomNormal(stddev=0.1),
                activation="softmax" if softmax else None,
            ),
        ]
    )
    model.run_eagerly = True
    return model, witness


def predict_plainly(model: Any) -> None:
    """Replace the ``predict`` of a model by one without pipelines, with the same arguments."""
    signature = inspect.signature(model.predict)

    def predict(*args: Any, **kwargs: Any) -> Array:
        given = signature.bind(*args, **kwargs)
        given.apply_defaults()
        images, _ = as_arrays(given.arguments["x"], None, given.arguments["steps"])
        return np.asarray(model(images, training=False))

    model.predict = predict


def as_arrays(x: Any, y: Any, steps: int | None = None) -> tuple[Array | None, Array | None]:
    """Return the images and labels that ``fit`` and its kin would see, as arrays.

    Args:
        x: an array, a tensor, a list or dict with one of them; or a data set of batches: of
            ``tf.data``, of Keras, or a generator.
        y: labels, or None.
        steps: how many batches to take of a data set; None for all.
    """
    batches = batches_of(x)
    if batches is None:
        return _one_array(x), _one_array(y)
    images, labels = [], []
    for number, batch in enumerate(batches, start=1):
        batch = batch if isinstance(batch, list | tuple) else (batch,)
        images.append(np.asarray(_one_array(batch[0])))
        if len(batch) > 1:
            labels.append(np.asarray(_one_array(batch[1])))
        if number == (steps or _MOST_BATCHES):
            break
    return (
        np.concatenate(images) if images else None,
        np.concatenate(labels) if labels else None,
    )


def batches_of(x: Any) -> Iterator[Any] | None:
    """Return the batches of a data set or generator, None for an array."""
    import keras

    if isinstance(x, keras.utils.PyDataset):
        return (x[i] for i in range(x.num_batches or _MOST_BATCHES))
    if isinstance(x, Iterator) or hasattr(x, "element_spec"):
        return iter(x)
    return None


def _one_array(value: Any) -> Array | None:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple) and len(value) == 1 and hasattr(value[0], "shape"):
        value = value[0]
    return None if value is None else np.asarray(value)


def answer_to(model: Any, images: Array) -> Any:
    """Return the tensor that a model answers outside of training.

    Keras hangs the scores from before a softmax on it, by which losses can tell more.
    """
    tensor = keras_tensor(images)
    try:
        return model(tensor, training=False)
    except TypeError:  # a subclass whose `call` does not take it
        return model(tensor)


def answers_of(model: Any, images: Array) -> Array:
    """Return what a model answers as an array, half precision as float32.

    Raises:
        TypeError: it does not give one array.
    """
    answer = answer_to(model, images)
    if not hasattr(answer, "shape"):
        raise TypeError(f"the model gives a {type(answer).__name__} instead of one array")
    return np.asarray(answer).astype(np.float32)


def keras_tensor(values: Array) -> Any:
    """Return an array as a tensor of Keras's backend."""
    import keras

    return keras.ops.convert_to_tensor(values)


def weights_of(model: Any) -> list[Array]:
    """Return copies of the trainable weights."""
    return [np.array(weight) for weight in model.trainable_weights]


def differ(before: list[Array], after: list[Array]) -> bool:
    """Tell whether any weight changed, or there are others now."""
    return len(before) != len(after) or any(
        not np.array_equal(old, new) for old, new in zip(before, after, strict=True)
    )


def text_of(error: Exception) -> str:
    """Return the kind of an exception and the line of its message that says most."""
    text = _DECORATION.sub("", str(error))
    lines = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    if lines[0].startswith("Exception encountered when calling") and len(lines) > 1:
        del lines[0]
    return f"{type(error).__name__}: {lines[0][:300]}"
