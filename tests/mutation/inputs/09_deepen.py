"""What the functions of section 09 do on other scores and models than its checks'."""

import tempfile
from pathlib import Path

import numpy as np
from common import Namespace, agreement, bends_between, holds_weights, learns, prepared

from autograder.mutation.behavior import call

rng = np.random.default_rng(29)
images, labels = prepared(2000, 2120)
plain = [0.94, 0.95, 0.93, 0.945, 0.938]
deeper = [0.962, 0.969, 0.958, 0.96, 0.961]
weights = rng.normal(size=(784, 10))


def _deeper(notebook: Namespace):
    """Observe all that is demanded of a deeper network; the rest of its design is free."""
    build = notebook["build_deeper"]
    model = build()
    convolutions = [layer for layer in model.layers if type(layer).__name__ == "Conv2D"]
    return {
        "input": [model.input_shape[1:], model(images[:1]).shape],
        "compiled": model.compiled,
        "convolutions": len(convolutions) >= 3,
        "widest": max((layer.filters for layer in convolutions), default=0) > 32,
        **_maps(model),
        **agreement(model, images[:50], labels[:50]),
        "bends": bends_between(model, "Conv2D"),
        "learns": learns(model, images[:64], labels[:64], epochs=4),
        "fresh": build() is not model,
    }


def _maps(model):
    """Tell how often maps are made smaller, and whether something of them is left at the end."""
    shrinking, last = 0, True
    for layer in model.layers:
        before = layer.input.shape
        if len(before) == 4:
            window = getattr(layer, "pool_size", getattr(layer, "kernel_size", (1, 1)))
            is_global = "Global" in type(layer).__name__ or window == before[1:3]
            shrinking += is_global or max(getattr(layer, "strides", (1, 1))) > 1
            if len(layer.output.shape) == 4:
                last = is_global or min(layer.output.shape[1:3]) >= 2
    return {"shrinking": shrinking >= 2, "last map": last}


class _Answers:
    """Stands in for a trained model that is right now and then."""

    def predict(self, x, batch_size=None, verbose="auto"):
        return np.reshape(x, (len(x), 784)) @ weights

    __call__ = predict


def _known(share: float):
    """Return labels that `_Answers` tells rightly in a share of our images."""
    right = _Answers().predict(images).argmax(axis=1)
    wrong = np.arange(len(right)) >= share * len(right)
    return (right + wrong) % 10


def _small(seed: int):
    """Return a small compiled network."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(seed)
    network = [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, "softmax")]
    model = keras.Sequential(network)
    model.compile("sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def _saving(kind: type, is_there: bool):
    """Observe the file that comes of saving."""

    def look(notebook: Namespace):
        import keras

        model = _small(3)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "other.keras"
            if is_there:
                _small(4).save(path)
            before = [weight.copy() for weight in model.get_weights()]
            notebook["save_final"](model, kind(path))
            loaded = keras.saving.load_model(path) if path.is_file() else None
            return {
                "files": sorted(one.name for one in Path(folder).iterdir()),
                "whole": holds_weights(path),
                "answers": loaded and loaded.predict(images[:4], verbose=0),
                "compiled": loaded and loaded.compiled,
                "unchanged": all(map(np.array_equal, before, model.get_weights())),
            }

    return look


def _loading(kind: type):
    """Observe the model that comes of loading."""

    def look(notebook: Namespace):
        model = _small(5)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "kept.keras"
            model.save(path)
            before = path.read_bytes()
            loaded = notebook["load_final"](kind(path))
            return {
                "answers": loaded.predict(images[:4], verbose=0),
                "same": bool(
                    np.allclose(
                        loaded.predict(images[:4], verbose=0),
                        model.predict(images[:4], verbose=0),
                        atol=1e-6,
                    )
                ),
                "compiled": loaded.compiled,
                "unchanged": path.read_bytes() == before,
            }

    return look


OBSERVATIONS = {
    "build_deeper": [_deeper],
    "compare_with_baseline": [
        call("compare_with_baseline", plain, deeper, 800, 200),
        call("compare_with_baseline", deeper, plain, 800, 200),
        call("compare_with_baseline", np.array(plain), np.array(plain), 90, 10),
        call("compare_with_baseline", plain, [0.95, 0.94, 0.95, 0.95, 0.94], 400, 100),
        call("compare_with_baseline", [0.8, 0.7], [0.9, 0.85], 30, 30),
        call("compare_with_baseline", 100 * rng.random(10), 100 * rng.random(10), 90, 10),
    ],
    "accuracy_interval": [
        call("accuracy_interval", 963, 1_000),
        call("accuracy_interval", 0, 7),
        call("accuracy_interval", 25, 25),
        call("accuracy_interval", 1, 1),
        call("accuracy_interval", 31, 80),
        call("accuracy_interval", 59_000, 60_000),
    ],
    "evaluate_final": [
        call("evaluate_final", _Answers(), images, _known(0.9)),
        call("evaluate_final", _Answers(), images[:30], _known(0.3)[:30]),
        call("evaluate_final", _Answers(), images, _known(0.0)),
        call("evaluate_final", _Answers(), images[:1], _known(1.0)[:1]),
        call("evaluate_final", _Answers(), images[:40], labels[:40]),
    ],
    "save_final": [_saving(str, False), _saving(Path, True)],
    "load_final": [_loading(str), _loading(Path)],
    "final_model": [call("final_model")],
}
