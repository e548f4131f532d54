"""The probe of settings tells what each argument did to the model, however the model is written."""

from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import LocalNotebook

IMAGES = np.linspace(0, 1, 16 * 28 * 28, dtype=np.float32).reshape(16, 28, 28, 1)

Facts = dict[str, Any]


def build(rate: float = 0.01, dropout: float = 0, norm: str = "", units: int = 3) -> Any:
    import keras
    from keras import layers

    hidden = [layers.Dense(units, activation="relu")]
    if norm:
        hidden.append(getattr(layers, norm)())
    hidden.append(layers.Dropout(dropout))
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Flatten(),
            keras.Sequential(hidden),  # layers inside of layers count
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        keras.optimizers.SGD(rate), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


def describe(function: Any, *settings: Facts) -> list[Facts]:
    notebook = LocalNotebook({"build": function})
    facts: list[Facts] = notebook.ask(probes.describe_settings, "build", list(settings), IMAGES)
    return facts


def test_each_setting_is_told() -> None:
    plain, other = describe(
        build, {}, {"rate": 0.5, "dropout": 0.25, "norm": "BatchNormalization", "units": 4}
    )

    assert (plain["dropout"], plain["batch_norm"], plain["kernels"]) == ([], 0, [[784, 3], [3, 10]])
    assert plain["learning_rate"] == pytest.approx(0.01)
    assert (other["dropout"], other["batch_norm"]) == ([0.25], 1)
    assert other["kernels"] == [[784, 4], [4, 10]]
    assert other["learning_rate"] == pytest.approx(0.5)
    assert plain["shares"] is None
    assert other["shares"] is None


def test_the_first_model_answers_and_is_asked_for_its_loss() -> None:
    plain, other = describe(build, {}, {"norm": "LayerNormalization"})

    assert plain["outputs"].shape == (16, 10)
    assert plain["losses"]["integers"]["right"] < plain["losses"]["integers"]["wrong"]
    assert plain["metrics"][0]["accuracy"] == 1
    assert (other["batch_norm"], other["other_norms"]) == (0, ["LayerNormalization"])
    assert "outputs" not in other


def test_what_two_models_share_is_told() -> None:
    import keras

    model, optimizer = build(), keras.optimizers.SGD()

    def same_optimizer() -> Any:
        fresh = build()
        fresh.compile(optimizer, "sparse_categorical_crossentropy")
        return fresh

    assert [facts["shares"] for facts in describe(lambda: model, {}, {})] == [None, "model"]
    assert [facts["shares"] for facts in describe(same_optimizer, {}, {})] == [None, "optimizer"]


def test_dropout_without_a_layer_is_seen_by_its_chance() -> None:
    def by_function(dropout: float = 0) -> Any:
        import keras
        from keras import layers

        class Dropping(layers.Layer):  # type: ignore[misc]  # Keras's classes have no types
            def call(self, inputs: Any, training: bool = False) -> Any:
                return keras.random.dropout(inputs, dropout) if training else inputs

        model = keras.Sequential([layers.Flatten(), Dropping(), layers.Dense(10)])
        model.compile("sgd", "mse")
        return model

    assert describe(by_function, {"dropout": 0.5})[0]["random"] is True


def test_what_dropout_layers_get_in_training_is_told() -> None:
    plain, other = describe(build, {}, {"dropout": 0.5, "units": 4})

    assert plain["dropped"] is None
    assert other["dropped"] == [[4]]


def test_an_error_concerns_its_own_setting_only() -> None:
    broken, whole = describe(build, {"norm": "NoSuchLayer"}, {})

    assert broken["error"].startswith("AttributeError")
    assert whole["error"] is None


def test_a_stub_is_told_as_one() -> None:
    def stub() -> None:
        raise NotImplementedError

    with pytest.raises(LearnerError, match="not written yet"):
        describe(stub, {})


def test_what_is_no_compiled_model_is_told() -> None:
    def uncompiled(compiled: bool) -> Any:
        import keras

        return keras.Sequential([keras.layers.Flatten()]) if compiled else None

    nothing, plain = describe(uncompiled, {"compiled": False}, {"compiled": True})

    assert (nothing["type"], nothing["is_model"]) == ("NoneType", False)
    assert (plain["is_model"], plain["compiled"]) == (True, False)
