"""Probes of models look without disturbing: the learner's files, randomness and settings stay."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import LocalNotebook

RNG = np.random.default_rng(0)
IMAGES = RNG.random((48, 28, 28, 1)).astype(np.float32)
LABELS = np.arange(48) % 10
HELD = RNG.random((16, 28, 28, 1)).astype(np.float32), np.arange(16) % 10


@pytest.fixture(scope="module")
def keras() -> Any:
    """Import Keras once: it takes longer than all tests here together."""
    import keras

    return keras


@pytest.fixture
def build(keras: Any) -> Callable[..., Any]:
    """Return a function that builds a small compiled model; arguments replace what it ends in."""

    def build(activation: str = "softmax", **compiled: Any) -> Any:
        layers = keras.layers
        model = keras.Sequential(
            [layers.Input((28, 28, 1)), layers.Flatten(), layers.Dense(10, activation=activation)]
        )
        model.compile(
            **{"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]} | compiled
        )
        return model

    return build


def fit_with(*callbacks: Any) -> Callable[..., Any]:
    def train(model: Any, images: Any, labels: Any, validation_data: Any, epochs: int) -> Any:
        return model.fit(
            images,
            labels,
            epochs=epochs,
            validation_data=validation_data,
            callbacks=[callback() for callback in callbacks],
        )

    return train


def describe(build: Callable[[], Any]) -> Any:
    return LocalNotebook({"build": build}).ask(probes.describe_model, "build", IMAGES, LABELS)


def spy(names: dict[str, Any], *args: Any, epochs: int = 3) -> Any:
    return LocalNotebook(names).ask(
        probes.spy_on_training, "train", IMAGES, LABELS, *HELD, epochs, *args
    )


def test_a_second_softmax_shows_by_its_floor(build: Any, keras: Any) -> None:
    loss = keras.losses.SparseCategoricalCrossentropy
    twice = describe(lambda: build(loss=loss(from_logits=True)))
    once = describe(lambda: build(loss=loss()))
    assert twice["losses"]["integers"]["right"] == pytest.approx(np.log(1 + 9 / np.e), rel=1e-5)
    assert once["losses"]["integers"]["right"] == pytest.approx(0, abs=1e-5)
    assert (twice["from_logits"], once["from_logits"]) == (True, False)


def test_the_form_of_labels_that_a_loss_takes_is_found(build: Any) -> None:
    facts = describe(lambda: build(loss="categorical_crossentropy"))
    assert facts["losses"]["integers"] is None
    assert facts["losses"]["one_hot"]["right"] < facts["losses"]["one_hot"]["wrong"]
    assert facts["metrics"] == [{"accuracy": 1.0}, {"accuracy": 0.5}]
    assert facts["moved"]
    assert facts["step_error"] is None


def test_a_model_that_no_image_gets_through_is_blind(keras: Any) -> None:
    def build(activation: str) -> Any:
        hidden = keras.layers.Dense(9, activation=activation, kernel_initializer="zeros")
        flat = [keras.layers.Input((28, 28, 1)), keras.layers.Flatten()]
        model = keras.Sequential([*flat, hidden, keras.layers.Dense(10, activation="softmax")])
        model.compile("sgd", "sparse_categorical_crossentropy")
        return model

    assert describe(lambda: build("relu"))["blind"]
    assert not describe(lambda: build("linear"))["blind"]


def test_what_is_no_model_is_told_by_its_type() -> None:
    facts = describe(lambda: [1, 2])
    assert (facts["is_model"], facts["type"]) == (False, "list")


def test_bends_are_found_in_functions_too(keras: Any) -> None:
    def build(bend: Callable[[Any], Any]) -> Any:
        inputs = keras.Input((28, 28, 1))
        hidden = keras.layers.Dense(4)(keras.layers.Flatten()(inputs))
        model = keras.Model(inputs, keras.layers.Dense(10)(bend(hidden)))
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        return model

    assert describe(lambda: build(keras.ops.relu))["bends"] is True
    assert describe(lambda: build(lambda hidden: hidden * 2))["bends"] is False


def test_randomness_and_eagerness_stay_as_they_were(build: Any) -> None:
    import tensorflow as tf

    random.seed(5)
    np.random.seed(5)
    expected = random.random(), np.random.random()
    random.seed(5)
    np.random.seed(5)
    describe(build)
    spy({"train": fit_with()})
    assert (random.random(), np.random.random()) == expected
    assert not tf.config.functions_run_eagerly()


def test_fit_is_told_with_its_data(keras: Any) -> None:
    facts = spy({"train": fit_with()})
    (run,) = facts["runs"]
    assert (run["epochs"], run["training"]["of_training"], run["training"]["unknown"]) == (3, 48, 0)
    assert (run["validation"]["of_validation"], run["validation"]["labels_kept"]) == (16, True)
    assert [len(values) for values in facts["history"].values()] == [3] * 4


def test_a_variable_of_the_notebook_is_told_by_name(keras: Any) -> None:
    others = RNG.integers(0, 256, (20, 28, 28)).astype(np.uint8)

    def train(model: Any, images: Any, labels: Any, validation_data: Any, epochs: int) -> Any:
        held = others[..., None] / 255, np.zeros(20)
        return model.fit(images, labels, epochs=epochs, validation_data=held)

    (run,) = spy({"train": train, "x_test": others})["runs"]
    assert run["validation"]["names"] == ["x_test"]
    assert run["validation"]["unknown"] == 20


def test_callbacks_that_stop_early_stop(keras: Any) -> None:
    stop = keras.callbacks.EarlyStopping
    facts = spy({"train": fit_with(lambda: stop("val_accuracy", patience=2))}, epochs=6)
    assert (facts["runs"][0]["epochs"], facts["runs"][0]["asked"]) == (3, 6)


def test_saved_files_are_put_back(
    keras: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    absolute, relative = tmp_path / "best.keras", Path("last.keras")
    absolute.write_text("the learner's own")
    relative.write_text("this too")
    save = keras.callbacks.ModelCheckpoint
    spy({"train": fit_with(lambda: save(str(absolute)), lambda: save(str(relative)))})
    assert absolute.read_text() == "the learner's own"
    assert relative.read_text() == "this too"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["best.keras", "last.keras"]


def test_a_new_loss_or_optimizer_is_told(keras: Any) -> None:
    def trainer(**compiled: Any) -> Any:
        def train(model: Any, *data: Any) -> Any:
            settings = {"loss": model.loss, "optimizer": model.optimizer} | compiled
            model.compile(**settings)

        return spy({"train": train})["recompiled"]

    assert trainer(metrics=[]) == []
    assert trainer(optimizer="sgd") == []  # ours is such a one
    assert trainer(optimizer="adam") == ["optimizer"]
    assert trainer(loss="sparse_categorical_crossentropy") == ["loss"]


def test_images_that_no_epoch_shows_are_told_from_a_drawn_remainder(keras: Any) -> None:
    import tensorflow as tf

    def trained_on(shuffled: bool) -> Any:
        def train(model: Any, images: Any, labels: Any, held: Any, epochs: int) -> Any:
            data = tf.data.Dataset.from_tensor_slices((images, labels))
            data = data.shuffle(len(images), seed=1) if shuffled else data
            return model.fit(data.batch(32, drop_remainder=True), epochs=epochs)

        (run,) = spy({"train": train})["runs"]
        return run["training"]["of_training"], run["same_again"]

    assert trained_on(shuffled=False) == (32, True)
    assert trained_on(shuffled=True) == (32, False)


def test_a_broken_builder_is_replaced_by_a_model_of_ours(build: Any) -> None:
    def broken() -> Any:
        raise NotImplementedError

    assert spy({"train": fit_with(), "build": broken}, "build")["own"] is False
    facts = spy({"train": fit_with(), "build": build}, "build")
    assert (facts["own"], facts["labels_given"]) == (True, "integers")


def test_answers_are_read_batch_by_batch(keras: Any) -> None:
    def predict(model: Any, images: Any) -> Any:
        if len(images) == 1:
            raise ValueError("alone")
        return np.argmax(model.predict(images), axis=1)

    notebook = LocalNotebook({"predict": predict})
    several, one = notebook.ask(probes.predict_with, "predict", [IMAGES[:5], IMAGES[:1]], "logits")
    assert several["answer"].tolist() == several["scores"].argmax(axis=1).tolist()
    assert several["error"] is None
    assert one["error"] == "ValueError: alone"
    assert several["scores"].min() < 0


def test_scores_may_be_large_or_all_equal(keras: Any) -> None:
    notebook = LocalNotebook({"predict": lambda model, images: None})
    (large,) = notebook.ask(probes.predict_with, "predict", [IMAGES[:5]], "large logits")
    (equal,) = notebook.ask(probes.predict_with, "predict", [IMAGES[:5]], "equal")
    assert large["scores"].max() > 88  # whose power of e is infinite in float32
    assert not equal["scores"].any()


def test_tuples_arrive_as_tuples() -> None:
    notebook = LocalNotebook({"kind": lambda value: type(value).__name__})
    assert notebook.ask(probes.call_with_tuples, "kind", [1, 2]) == "tuple"
    with pytest.raises(LearnerError):
        LocalNotebook({}).ask(probes.call_with_tuples, "kind", [1, 2])
