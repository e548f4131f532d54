"""The networks of the measurements, by name: those of the solutions, and a few beside them.

A name with a dot, such as ``"09_deepen.build_deeper"``, is a function of a solution. The others
stand here. Keras is imported when a network is built.
"""

import ast
import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from autograder.results.recipe import Fit
from autograder.results.references import code_hash, reference, source_of, without_words

# Raise it when fits are run in another way, such that old records are no longer comparable.
TRAINING_VERSION = 1
FINAL = "final"
# What every fit does before and around the network, taken from the solutions.
PREPARATION = ("04_prepare.normalize", "04_prepare.add_channel")
SPLITS = {"fold": "06_evaluate.stratified_folds", "holdout": "04_prepare.holdout_split"}


def convolutions(layers: Sequence[Sequence[Any]]) -> Any:
    """Return a network of convolutions and poolings before the dense layers of the baseline.

    All else is as in `one_convolution` of section 09, so that networks differ in `layers` alone.

    Args:
        layers: in order, ``["conv", filters, window, padding]`` or ``["pool"]`` for 2 × 2.
    """
    import keras
    from keras import layers as of_keras

    model = keras.Sequential([of_keras.Input((28, 28, 1))])
    for kind, *settings in layers:
        if kind == "conv":
            filters, window, padding = settings
            model.add(of_keras.Conv2D(filters, window, padding=padding, activation="relu"))
        else:
            model.add(of_keras.MaxPooling2D(2))
    model.add(of_keras.Flatten())
    model.add(of_keras.Dense(100, activation="relu"))
    model.add(of_keras.Dense(10, activation="softmax"))
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def tutorial_deeper() -> Any:
    """Return the deeper network of J. Brownlee's tutorial, after its description; 159,254."""
    import keras
    from keras import layers

    def convolution(filters: int) -> Any:
        return layers.Conv2D(filters, 3, activation="relu", kernel_initializer="he_uniform")

    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            convolution(32),
            layers.MaxPooling2D(2),
            convolution(64),
            convolution(64),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu", kernel_initializer="he_uniform"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.01, momentum=0.9),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def keras_example() -> Any:
    """Return the network of Keras's small MNIST example, after its description; 34,826."""
    import keras
    from keras import layers

    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


_OF_THIS_MODULE: dict[str, Callable[..., Any]] = {
    function.__name__: function for function in (convolutions, tutorial_deeper, keras_example)
}


# Read now: who edits this file while fits run changes nothing for them.
_SOURCES = {
    node.name: source_of(node)
    for node in ast.parse(Path(__file__).read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef)
}


def build(name: str, arguments: Mapping[str, Any]) -> Any:
    """Return a new compiled network.

    Raises:
        LookupError: there is none of that name.
    """
    if name == FINAL:
        return final_recipe().build_final(**arguments)
    if "." in name:
        return reference(name)(**arguments)
    return _OF_THIS_MODULE[name](**arguments)


def final_recipe() -> Any:
    """Return the module of the final recipe, which builds and trains in a way of its own.

    It has ``build_final()``, which returns a compiled network; ``train_final(model, images, labels,
    *, epochs, seed, validation_data, callbacks)``, which takes prepared images and returns the
    history; and the numbers ``EPOCHS`` and ``BATCH_SIZE``. None while there is no such module.
    """
    name = "autograder.results.final_recipe"
    return import_module(name) if find_spec(name) else None


def code_of(fit: Fit) -> str:
    """Return a hash of all code that decides what a fit computes.

    A record is used as long as this stays the same; comments, docstrings and layout do not count.
    """
    return _code_of(fit.network, fit.images.split)


@cache
def _code_of(network: str, split: str) -> str:
    of_solutions = list(PREPARATION)
    if split in SPLITS:
        of_solutions.append(SPLITS[split])
    own = ""
    if network == FINAL:
        # Its functions may lean on anything else in that module.
        source = (Path(__file__).parent / "final_recipe.py").read_text(encoding="utf-8")
        own = without_words(source)
    elif "." in network:
        of_solutions.append(network)
    else:
        own = _SOURCES[network]
    text = f"{TRAINING_VERSION} {code_hash(*of_solutions)} {own}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def design_of(model: Any) -> dict[str, Any]:
    """Return what can be read off the layers of a sequential model.

    Returns:
        ``layers`` in words, how many of them are ``convolutions``, and the ``receptive_field``.
    """
    names = [type(layer).__name__ for layer in model.layers]
    return {
        "layers": [_in_words(layer) for layer in model.layers],
        "convolutions": sum(name.endswith("Conv2D") for name in names),
        "receptive_field": receptive_field(model),
    }


def _in_words(layer: Any) -> str:
    name = type(layer).__name__
    window = _window(layer)
    of_window = f" {window[0]}×{window[1]}" if window else ""
    size = getattr(layer, "filters", None) or getattr(layer, "units", None) or ""
    return f"{name} {size}{of_window}".replace("  ", " ").strip()


def _window(layer: Any) -> tuple[int, int] | None:
    return getattr(layer, "kernel_size", None) or getattr(layer, "pool_size", None)


def receptive_field(model: Any) -> int:
    """Return how many pixels in a row one value of the last map depends on.

    Computed from the layers of a sequential model, up to the first that reads a map as a whole;
    1 where no layer stands before that.
    """
    seen, apart = 1, 1
    for layer in model.layers:
        if type(layer).__name__ in ("Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D"):
            break
        window = _window(layer)
        if window:
            seen += (window[0] - 1) * apart
            apart *= layer.strides[0]
    return seen
