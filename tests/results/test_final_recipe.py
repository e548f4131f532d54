"""The final model keeps its bounds, and its digits are distorted as the recipe says."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from autograder.results import search
from autograder.results.digits import data_hash, write_training_file
from autograder.results.final_recipe import (
    BATCH_SIZE,
    EPOCHS,
    RECIPE,
    DistortedBatches,
    Distortion,
    Recipe,
    _spline,
    build_final,
    distort,
)
from autograder.results.recipe import Fit, Images
from autograder.results.records import Record
from autograder.results.runner import Workshop, run_all
from autograder.results.store import Store
from course.data import load_sample

MOST_PARAMETERS = 120_000
MOST_BYTES = 600_000
# What the site's own forward pass knows.
KNOWN_LAYERS = {"Conv2D", "BatchNormalization", "ReLU", "GlobalAveragePooling2D", "Dense"}
STILL = Distortion(angle=0, scale=0, shear=0, shift=0, bend=0)

FloatArray = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def digits() -> FloatArray:
    images, _ = load_sample()[0]
    return images[:40, :, :, np.newaxis].astype("float32") / 255


@pytest.fixture(scope="module")
def model() -> Any:
    return build_final()


def _rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def _dot(x: int, y: int) -> FloatArray:
    image = np.zeros((1, 28, 28, 1), np.float32)
    image[0, y, x] = 1
    return image


def _where(image: FloatArray) -> tuple[float, float]:
    """Return the center of mass: x, y."""
    mass = image[0, :, :, 0] / image.sum()
    at = np.arange(28)
    return float(mass.sum(0) @ at), float(mass.sum(1) @ at)


class TestNetwork:
    def test_it_is_small_enough_to_count_and_to_send(self, model: Any) -> None:
        assert model.count_params() <= MOST_PARAMETERS
        assert sum(weight.nbytes for weight in model.get_weights()) < MOST_BYTES
        assert {weight.dtype for weight in model.get_weights()} == {np.dtype("float32")}

    def test_it_gives_probabilities_of_ten_classes(self, model: Any, digits: FloatArray) -> None:
        answer = model(digits).numpy()
        assert answer.shape == (40, 10)
        np.testing.assert_allclose(answer.sum(axis=1), 1, rtol=1e-5)

    def test_it_is_made_of_layers_that_the_site_can_run(self, model: Any) -> None:
        assert {type(layer).__name__ for layer in model.layers} <= KNOWN_LAYERS

    def test_a_saved_one_loads_in_safe_mode(
        self, model: Any, digits: FloatArray, tmp_path: Path
    ) -> None:
        import keras

        model.save(tmp_path / "final.keras")
        loaded = keras.saving.load_model(tmp_path / "final.keras", safe_mode=True)
        np.testing.assert_array_equal(loaded(digits).numpy(), model(digits).numpy())

    def test_what_the_runner_reads_is_of_the_recipe(self) -> None:
        assert (RECIPE.epochs, RECIPE.batch_size) == (EPOCHS, BATCH_SIZE)

    def test_plain_data_hold_the_whole_recipe(self) -> None:
        fit = search.trial({"epochs": 3, "distortion": {"bend": 0.5}})
        told = json.loads(json.dumps(fit.as_dict()))["arguments"]["recipe"]
        recipe = Recipe.of(told)
        assert recipe.distortion == replace(RECIPE.distortion, bend=0.5)
        assert asdict(recipe) == {**asdict(RECIPE), **told}
        assert (fit.epochs, recipe.epochs) == (3, 3)


class TestDistort:
    def test_shape_type_and_range_stay(self, digits: FloatArray) -> None:
        changed = distort(digits, _rng())
        assert changed.shape == digits.shape
        assert changed.dtype == np.float32
        assert changed.min() >= 0
        assert changed.max() <= 1

    def test_the_seed_decides(self, digits: FloatArray) -> None:
        first, again, other = (distort(digits, _rng(seed)) for seed in (1, 1, 2))
        np.testing.assert_array_equal(first, again)
        assert (first != other).any(axis=(1, 2, 3)).all()

    def test_each_image_is_changed_in_its_own_way(self, digits: FloatArray) -> None:
        same = np.repeat(digits[:1], 20, axis=0)
        assert len(np.unique(distort(same, _rng()), axis=0)) == 20

    def test_images_are_left_as_they_are(self, digits: FloatArray) -> None:
        before = digits.copy()
        distort(digits, _rng())
        np.testing.assert_array_equal(digits, before)

    @pytest.mark.parametrize(
        ("distortion", "strength"), [(STILL, 1.0), (RECIPE.distortion, 0.0)], ids=["none", "weak"]
    )
    def test_no_distortion_changes_nothing(
        self, digits: FloatArray, distortion: Distortion, strength: float
    ) -> None:
        unchanged = distort(digits, _rng(), distortion, strength)
        np.testing.assert_allclose(unchanged, digits, atol=1e-5)

    def test_what_comes_from_outside_is_black(self) -> None:
        white = np.ones((200, 28, 28, 1), np.float32)
        shifted = distort(white, _rng(), replace(STILL, shift=20))
        assert (shifted.min(axis=(1, 2, 3)) == 0).mean() > 0.9

    def test_a_shift_moves_all_of_a_digit_by_the_same(self) -> None:
        both = np.concatenate([_dot(10, 10), _dot(10, 10)])
        both[0, 20, 15] = 1
        moved = distort(both, _rng(3), replace(STILL, shift=3))
        one, two = (_where(image[np.newaxis]) for image in moved)
        assert max(abs(two[0] - 10), abs(two[1] - 10)) <= 3
        assert max(abs(one[0] - 12.5), abs(one[1] - 15)) <= 3
        assert one != (12.5, 15)

    @pytest.mark.parametrize("place", [(13, 6), (20, 14), (8, 19)])
    def test_a_rotation_keeps_the_distance_from_the_middle(self, place: tuple[int, int]) -> None:
        dots = np.repeat(_dot(*place), 30, axis=0)
        turned = distort(dots, _rng(), replace(STILL, angle=40))
        found = np.array([_where(image[np.newaxis]) for image in turned])
        before = np.hypot(place[0] - 13.5, place[1] - 13.5)
        np.testing.assert_allclose(np.hypot(*(found - 13.5).T), before, atol=0.5)
        furthest = np.hypot(*(found - place).T).max()
        assert furthest == pytest.approx(2 * before * np.sin(np.deg2rad(20)), abs=1)

    def test_knots_that_agree_move_all_pixels_alike(self) -> None:
        np.testing.assert_allclose(_spline(7).sum(axis=1), 1, rtol=1e-6)

    def test_what_is_bent_stays_together(self) -> None:
        line = np.zeros((1, 28, 28, 1), np.float32)
        line[0, :, 12:16] = 1
        bent = distort(line, _rng(), replace(STILL, bend=1.5))
        middles = (bent[0, :, :, 0] @ np.arange(28)) / bent[0, :, :, 0].sum(axis=1)
        assert np.ptp(middles) > 0.5
        assert np.abs(np.diff(middles)).max() < 1


class TestBatches:
    def _batches(self, digits: FloatArray, **changes) -> DistortedBatches:
        recipe = replace(RECIPE, batch_size=16, distortion=STILL, calm_share=0.2, **changes)
        return DistortedBatches(digits, np.arange(40) % 10, 5, seed=7, recipe=recipe)

    def test_every_image_is_seen_once_in_each_epoch(self, digits: FloatArray) -> None:
        batches = self._batches(digits)
        orders = []
        for _ in range(2):
            epoch = [batches[index] for index in range(len(batches))]
            assert [len(images) for images, _ in epoch] == [16, 16, 8]
            seen = np.concatenate([images for images, _ in epoch])
            of = np.abs(seen[:, np.newaxis] - digits).sum(axis=(2, 3, 4)).argmin(axis=1)
            assert sorted(of) == list(range(40))
            labels = np.concatenate([labels for _, labels in epoch])
            np.testing.assert_array_equal(labels.argmax(axis=1), of % 10)
            orders.append(list(of))
            batches.on_epoch_end()
        assert orders[0] != orders[1]

    def test_a_batch_is_the_same_whenever_it_is_asked_for(self, digits: FloatArray) -> None:
        one, other = (DistortedBatches(digits, np.arange(40) % 10, 5, seed=3) for _ in range(2))
        other[0]
        np.testing.assert_array_equal(one[0][0], other[0][0])
        one.on_epoch_end()
        assert not np.array_equal(one[0][0], other[0][0])

    def test_digits_are_distorted_anew_in_each_epoch(self, digits: FloatArray) -> None:
        same = np.repeat(digits[:1], 20, axis=0)
        batches = DistortedBatches(same, np.zeros(20, int), 5, seed=3)
        before, _ = batches[0]
        batches.on_epoch_end()
        assert (batches[0][0] != before).any(axis=(1, 2, 3)).all()

    def test_only_the_last_epochs_are_calm(self, digits: FloatArray) -> None:
        batches = self._batches(digits, calm_strength=0.25)
        strengths = []
        for _ in range(5):
            strengths.append(batches.strength)
            batches.on_epoch_end()
        assert strengths == [1, 1, 1, 1, 0.25]


@pytest.mark.slow
def test_a_short_training_learns_and_repeats_itself(tmp_path: Path) -> None:
    # So few steps want running averages with a shorter memory.
    recipe = replace(RECIPE, epochs=2, batch_size=32, memory=0.9)
    (images, labels), _ = load_sample()
    workshop = Workshop(tmp_path / "training.npz", tmp_path, workers=2)
    write_training_file(workshop.training_file, images, labels)
    fit = Fit(
        "final",
        Images("holdout", fraction=0.25),
        epochs=2,
        arguments={"recipe": asdict(recipe)},
        batch_size=32,
    )
    task = Store.of(data_hash(images, labels), []).task(fit, "search")
    records: list[Record] = []
    run_all(
        [task, task],
        workshop,
        started=lambda task: None,
        moved=lambda task, share: None,
        ended=lambda task, record: records.append(record),
    )
    one, again = records
    assert one.history == again.history
    assert one.score is not None
    assert one.score > 0.9
    assert one.parameters <= MOST_PARAMETERS
