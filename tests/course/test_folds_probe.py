"""What a learner's cross-validation does is told, however it goes about it."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from sklearn.model_selection import StratifiedKFold

from course import probes
from course.errors import LearnerError
from course.notebook import LocalNotebook
from course.probes.folds import FoldRecorder, sound_folds, stand_in

K, EPOCHS = 4, 3
RNG = np.random.default_rng(0)
IMAGES = RNG.random((64, 28, 28, 1)).astype(np.float32)
LABELS = np.arange(64) % 10


@pytest.fixture(scope="module")
def keras() -> Any:
    """Import Keras once: it takes longer than all tests here together."""
    import keras

    return keras


def splits(images: Any, labels: Any, k: int, seed: int) -> Iterator[tuple[Any, Any]]:
    return StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels)


def cross_validating(score_of_a_fold: Callable[..., float]) -> Callable[..., Any]:
    def cross_validate(build_model: Any, images: Any, labels: Any, k: int, epochs: int, seed: int):
        scores = []
        for training, validation in splits(images, labels, k, seed):
            learn = images[training], labels[training]
            held = images[validation], labels[validation]
            scores.append(score_of_a_fold(build_model, learn, held, epochs))
        return scores, []

    return cross_validate


def spy(function: Callable[..., Any], **names: Any) -> Any:
    notebook = LocalNotebook({"cross_validate": function, **names})
    return notebook.ask(probes.spy_on_folds, "cross_validate", IMAGES, LABELS, K, EPOCHS, 0)


def by_history(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    history = build_model().fit(*learn, validation_data=held, epochs=epochs, verbose=0).history
    return history["val_accuracy"][-1]


def by_evaluate(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    model = build_model()
    model.fit(*learn, epochs=epochs, batch_size=8)
    return model.evaluate(*held, verbose=0)[1]


def by_predict(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    model = build_model()
    for _ in range(epochs):
        model.fit(*learn)
    return np.mean(model.predict(held[0]).argmax(axis=1) == held[1])


def by_call(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    model = build_model()
    model.fit(*learn, epochs=epochs)
    return np.mean(np.argmax(model(held[0]), axis=1) == held[1])


def by_data_sets(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    import tensorflow as tf

    learn, held = (tf.data.Dataset.from_tensor_slices(part).batch(7) for part in (learn, held))
    model = build_model()
    model.fit(learn.shuffle(99), validation_data=held, epochs=epochs)
    return model.evaluate(held, return_dict=True)["accuracy"]


def by_one_hot_labels(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
    learn, held = ((images, np.eye(10)[labels]) for images, labels in (learn, held))
    model = build_model()
    model.compile("adam", "categorical_crossentropy", metrics=["categorical_accuracy"])
    history = model.fit(*learn, validation_data=held, epochs=epochs)
    return history.history["val_categorical_accuracy"][-1]


@pytest.mark.parametrize(
    "style", [by_history, by_evaluate, by_predict, by_call, by_data_sets, by_one_hot_labels]
)
def test_every_way_to_a_score_leads_to_the_same(keras: Any, style: Callable[..., float]) -> None:
    facts = spy(cross_validating(style))
    runs = facts["runs"]
    assert (facts["built"], len(runs)) == (K, K)
    assert facts["returned"][0] == pytest.approx([run["accuracy"]["held_out"][-1] for run in runs])
    for run, (training, validation) in zip(runs, splits(IMAGES, LABELS, K, 0), strict=True):
        assert run["training"] == training.tolist()
        assert sorted({*(run["validation"] or []), *run["looked_at"]}) == validation.tolist()
        assert (run["fresh"], run["own"], run["labels_kept"]) == (True, True, True)
        assert (run["epochs"], run["unknown"]) == (EPOCHS, 0)


def test_no_two_scores_of_a_fold_are_alike(keras: Any) -> None:
    runs = spy(cross_validating(by_history))["runs"]
    for run in runs:
        held_out, training = run["accuracy"]["held_out"], run["accuracy"]["training"]
        values = [*held_out, training[-1], run["loss"]["held_out"][-1], run["loss"]["training"][-1]]
        assert len(set(np.round(values, 3))) == len(values)
        assert max(held_out) != held_out[-1]
        assert max(held_out) < min(training)
    assert len({run["accuracy"]["held_out"][-1] for run in runs}) == K


def test_images_without_labels_are_an_error_as_in_keras(keras: Any) -> None:
    def without_labels(build_model: Any, learn: Any, held: Any, epochs: int) -> Any:
        return build_model().fit(learn[0], validation_data=held, epochs=epochs)

    with pytest.raises(LearnerError, match="None values not supported"):
        spy(cross_validating(without_labels))


def test_a_model_that_goes_on_is_not_fresh(keras: Any) -> None:
    def cross_validate(build_model: Any, images: Any, labels: Any, k: int, epochs: int, seed: int):
        model = build_model()
        for training, _ in splits(images, labels, k, seed):
            model.fit(images[training], labels[training], epochs=epochs)

    facts = spy(cross_validate)
    assert facts["built"] == 1
    assert [run["fresh"] for run in facts["runs"]] == [True, False, False, False]


@pytest.mark.parametrize("way", ["weights", "file", "clone"])
def test_a_model_set_back_is_fresh(keras: Any, way: str) -> None:
    def cross_validate(build_model: Any, images: Any, labels: Any, k: int, epochs: int, seed: int):
        model = build_model()
        start = model.get_weights()
        model.save_weights("start.weights.h5")
        for training, _ in splits(images, labels, k, seed):
            if way == "clone":
                model = keras.models.clone_model(model)
                model.compile("adam", "sparse_categorical_crossentropy")
            elif way == "file":
                model.load_weights("start.weights.h5")
            else:
                model.set_weights(start)
            model.fit(images[training], labels[training], epochs=epochs)

    assert [(run["fresh"], run["own"]) for run in spy(cross_validate)["runs"]] == [(True, True)] * K


def test_the_best_weights_give_the_best_score(keras: Any) -> None:
    def by_best_epoch(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
        best = keras.callbacks.EarlyStopping(patience=9, restore_best_weights=True)
        model = build_model()
        model.fit(*learn, validation_data=held, epochs=epochs, callbacks=[best])
        return model.evaluate(*held)[1]

    facts = spy(cross_validating(by_best_epoch))
    assert facts["returned"][0] == [max(run["accuracy"]["held_out"]) for run in facts["runs"]]


def test_training_loops_are_seen(keras: Any) -> None:
    def by_loop(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
        model = build_model(dense_units=8)
        for _ in range(epochs):
            model.train_on_batch(*learn)
        return model.evaluate(*held)[1]

    runs = spy(cross_validating(by_loop))["runs"]
    assert [run["configuration"] for run in runs] == [
        {"args": [], "kwargs": {"dense_units": 8}}
    ] * K
    assert [(len(run["training"]), run["epochs"], run["asked"]) for run in runs] == [
        (48, EPOCHS, None)
    ] * K
    assert all(run["fresh"] for run in runs)


def test_a_copy_of_the_builder_is_the_builder(keras: Any) -> None:
    def by_copy(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
        return by_history(copy.deepcopy(build_model), learn, held, epochs)

    assert spy(cross_validating(by_copy))["built"] == K


def test_a_model_of_another_builder_is_told(keras: Any) -> None:
    def by_another(build_model: Any, learn: Any, held: Any, epochs: int) -> float:
        layers = [keras.layers.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)]
        model = keras.Sequential(layers)
        model.compile("sgd", "mse", ["accuracy"])
        model.fit(*learn, epochs=epochs)
        return 0.5

    facts = spy(cross_validating(by_another))
    assert (facts["built"], [run["own"] for run in facts["runs"]]) == (0, [False] * K)


def test_keras_is_as_it_was_even_after_an_error(keras: Any) -> None:
    before = [getattr(keras.Model, name) for name in ("fit", "evaluate", "predict", "compile")]
    with pytest.raises(RuntimeError), FoldRecorder(IMAGES, LABELS):
        raise RuntimeError
    after = [getattr(keras.Model, name) for name in ("fit", "evaluate", "predict", "compile")]
    assert before == after


def test_a_name_of_the_notebook_is_replaced_for_a_while() -> None:
    notebook = {"stratified_folds": None}
    with stand_in(notebook, "stratified_folds", sound_folds), stand_in(notebook, "other", 1):
        assert notebook["stratified_folds"] is sound_folds
    assert notebook == {"stratified_folds": None}
