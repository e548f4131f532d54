"""Checks of 08_improve: a network with settings, a fair comparison of them, a test, a plot."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from, parts_from

CLASSES = 10
DEFAULTS = {"learning_rate": 0.001, "dropout": 0.0, "batch_norm": False, "dense_units": 32}

# What a notebook answered to a probe that builds models: several checks look at one answer.
_REMEMBERED: "WeakKeyDictionary[Notebook, dict[str, Any]]" = WeakKeyDictionary()


def _remembered(learner: Notebook, what: str, ask: Callable[[], Any]) -> Any:
    answers = _REMEMBERED.setdefault(learner, {})
    if what not in answers:
        try:
            answers[what] = ask()
        except LearnerError as error:
            answers[what] = error
    if isinstance(answers[what], LearnerError):
        raise answers[what]
    return answers[what]


def _prepared(digits: np.ndarray) -> np.ndarray:
    """Return digits as a learner prepares them, moved by a pixel: no notebook holds these."""
    return np.roll(digits, 1, axis=2)[..., np.newaxis].astype(np.float32) / 255


# --- build_model

# All at once, since building models is what takes time here.
CHANGED: dict[str, Any] = {
    "learning_rate": 0.02,
    "dropout": 0.3,
    "batch_norm": True,
    "dense_units": 24,
}


def _models(learner: Notebook, digits: np.ndarray) -> list[dict[str, Any]]:
    """Return what there is to know of the baseline, and of the model with all settings changed."""
    images = _prepared(digits[:16])
    return _remembered(
        learner,
        "settings",
        lambda: learner.ask(probes.describe_settings, "build_model", [{}, CHANGED], images),
    )


def _sound(facts: dict[str, Any], setting: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of a model again, after a look at whether one came at all."""
    call = f"build_model({', '.join(f'{name}={value}' for name, value in setting.items())})"
    assert facts["error"] is None, f"`{call}` does not work. It raised {facts['error']}"
    assert facts["type"] != "NoneType", (
        f"`{call}` returned nothing (None). `compile` sets the model up in place and returns "
        "nothing itself: return the model."
    )
    assert facts["is_model"], f"`{call}` returned a {facts['type']}, and no Keras model."
    assert facts["compiled"], (
        f"The model of `{call}` is not compiled: it has no optimizer, no loss and no metrics yet, "
        "so it cannot be trained."
    )
    return facts


def _units(facts: dict[str, Any]) -> list[int]:
    """Return the units of all dense layers but the one that gives the answer, in any order."""
    units = [kernel[-1] for kernel in facts["kernels"] if len(kernel) == 2]
    if CLASSES in units:
        units.remove(CLASSES)
    return units


def _check_rate(facts: dict[str, Any], wanted: float) -> None:
    found = facts["learning_rate"]
    assert found is not None, "The model's optimizer has no learning rate that could be set."
    if np.isclose(found, wanted, rtol=1e-4):
        return
    said = "The argument has to reach the optimizer."
    if np.isclose(found, DEFAULTS["learning_rate"], rtol=1e-4) or found == 0.01:
        said = (
            "An optimizer that is named by text has Keras's own rate; to set it, the optimizer "
            "must be made as an object. See whether the argument is used at all."
        )
    raise AssertionError(
        f"With learning_rate={wanted:g} the optimizer's learning rate is {found:g}. {said}"
    )


def _check_dropout(facts: dict[str, Any], wanted: float) -> None:
    rates = facts["dropout"]
    start = f"With dropout={wanted:g}"
    if not wanted:
        assert not rates, (
            f"Without dropout being asked for, the network drops a share of {rates[0]:g}. The "
            "baseline has none, so that it can be compared with one that has."
        )
        return
    assert rates or facts["random"], (
        f"{start} nothing is dropped: there is no dropout layer. The argument has no effect, or "
        "none beside the others."
    )
    keeps = [rate for rate in rates if np.isclose(rate, 1 - wanted, rtol=1e-4)]
    assert not keeps or np.isclose(wanted, 0.5), (
        f"{start} a share of {keeps[0]:g} is dropped. Keras's rate is the share that is dropped, "
        "not the one that is kept."
    )
    others = [rate for rate in rates if not np.isclose(rate, wanted, rtol=1e-4)]
    assert not others, (
        f"{start} a dropout layer drops a share of {others[0]:g}. Its rate is written "
        "down in the code instead of coming from the argument."
    )
    _check_what_is_dropped(facts, start)


def _check_what_is_dropped(facts: dict[str, Any], start: str) -> None:
    """Check that dropout layers get the values of a hidden dense layer, and no others."""
    units, places = _units(facts), facts["dropped"]
    if not units or not places:
        return  # another check tells, or it is not known
    elsewhere = [shape for shape in places if shape[-1] not in units]
    assert [CLASSES] not in elsewhere, (
        f"{start} some of the ten answers are dropped. An answer that was set to zero cannot be "
        "right, whatever the network knows. The argument is about the hidden layer's values."
    )
    assert len(elsewhere) < len(places), (
        f"{start} the values that are dropped are not those of the hidden layer: for each image "
        f"the dropout layer gets {np.prod(elsewhere[0])}, and the hidden layer has {units[-1]}. "
        "Look at the order of the layers."
    )
    assert not elsewhere, (
        f"{start} values are dropped at {len(places)} places of the network. Those of the hidden "
        "layer are meant, and no others; else nobody can tell which of the two it was."
    )


def _check_norm(facts: dict[str, Any], wanted: bool) -> None:
    if not wanted:
        assert not facts["batch_norm"], (
            "Without batch_norm=True the network has batch normalization, too. The baseline has "
            "none, so that it can be compared with one that has."
        )
        return
    others = facts["other_norms"]
    assert facts["batch_norm"] or not others, (
        f"With batch_norm=True there is a {others[0]} layer. It normalizes something "
        "else; batch normalization normalizes each channel over the images of a batch."
    )
    assert facts["batch_norm"], (
        "With batch_norm=True the network has no layer of batch normalization. The argument has no "
        "effect, or none beside the others."
    )


def _check_units(facts: dict[str, Any], wanted: int) -> None:
    units = _units(facts)
    assert units, (
        "There is no hidden dense layer: the only dense layer is the one that gives the answer. "
        "`dense_units` are the units of one before it."
    )
    said = "It should have as many as the argument says, whatever the others are."
    if units[-1] == DEFAULTS["dense_units"]:
        said = "The argument has no effect on it."
    assert wanted in units, (
        f"With dense_units={wanted} the hidden dense layer has {units[-1]} units. {said}"
    )


@pytest.mark.question("build_model", lesson="08-improve#settings")
class TestBuildModel:
    hints = (
        "Write the baseline first, with plain numbers. Then put each argument in the place of the "
        "number it stands for; dropout and batch normalization are layers that may be left out.",
        "If an argument has no effect, look for the place where it should be used: the rate in the "
        "optimizer, the units in the hidden layer, the share in a dropout layer. If the baseline "
        "has too much, a layer is added without an `if`.",
        "Collect the layers in a list. Add BatchNormalization after the convolution if batch_norm, "
        "and Dropout with the given rate after the hidden Dense if dropout. Give the list to "
        "keras.Sequential, and compile it with an optimizer object that is made inside the "
        "function with learning_rate=.",
    )

    @pytest.mark.points(1)
    def test_the_baseline(self, learner, digits):
        """Without arguments a fresh, compiled model comes, whose ten outputs fit its loss."""
        plain, changed = _models(learner, digits)
        _check_baseline(_sound(plain, {}))
        if changed["error"] is None and changed["compiled"]:
            _check_freshness(changed)

    @pytest.mark.points(1)
    def test_learning_rate(self, learner, digits):
        """`learning_rate` is that of the optimizer, 0.001 if nothing is said."""
        plain, changed = _models(learner, digits)
        _check_rate(_sound(changed, CHANGED), CHANGED["learning_rate"])
        _check_default(_sound(plain, {}), "learning_rate")

    @pytest.mark.points(1)
    def test_dense_units(self, learner, digits):
        """`dense_units` are the units of the hidden dense layer, 32 if nothing is said."""
        plain, changed = _models(learner, digits)
        _check_units(_sound(changed, CHANGED), CHANGED["dense_units"])
        _check_default(_sound(plain, {}), "dense_units")
        # Of each kernel, the number of its dimensions; of a convolution's, all of them.
        plans = [[k if len(k) > 2 else 2 for k in facts["kernels"]] for facts in (plain, changed)]
        assert plans[0] == plans[1], (
            "The settings change other layers of the network than the hidden dense one. One "
            "argument should change one thing; else nobody can tell which of the changes it was."
        )

    @pytest.mark.points(1)
    def test_dropout(self, learner, digits):
        """`dropout` is the share that a dropout layer drops, none if nothing is said."""
        plain, changed = _models(learner, digits)
        _check_dropout(_sound(changed, CHANGED), CHANGED["dropout"])
        _check_dropout(_sound(plain, {}), 0)

    @pytest.mark.points(1)
    def test_batch_norm(self, learner, digits):
        """`batch_norm` says whether there is batch normalization, by default not."""
        plain, changed = _models(learner, digits)
        _check_norm(_sound(changed, CHANGED), True)
        _check_norm(_sound(plain, {}), False)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_two_of_four(self, learner, digits):
        """Two of the settings, with other values, have their effects and no others, twice."""
        setting = {"learning_rate": 0.05, "dropout": 0.45}
        plain, _ = _models(learner, digits)
        images = _prepared(digits[:12])
        settings = [setting, setting]
        facts, again = learner.ask(probes.describe_settings, "build_model", settings, images)
        _sound(facts, setting)
        _check_rate(facts, 0.05)
        _check_dropout(facts, 0.45)
        assert not facts["batch_norm"], "Dropout alone brings batch normalization along."
        assert facts["kernels"] == plain["kernels"], (
            "Learning rate and dropout change the shapes of other layers, too."
        )
        assert _sound(again, setting)["shares"] != "model", (
            "Two calls of `build_model` with the same arguments give one and the same model. What "
            "it learned for one fold it knows in the next, where those images are held out. Build "
            "a new one in each call."
        )


def _check_baseline(facts: dict[str, Any]) -> None:
    outputs = facts["outputs"]
    assert outputs.shape[1:] == (CLASSES,), (
        f"For 16 images the model gives an array {outputs.shape}; ten numbers for each image are "
        "expected, (16, 10)."
    )
    losses = facts["losses"]["integers"]
    assert losses is not None, (
        "The loss cannot be computed for integer labels, which is what this network is trained "
        f"with: {facts['loss_error']}"
    )
    assert losses["right"] < losses["wrong"] - 1e-3, (
        "The loss does not tell right answers from wrong ones, given integer labels. Lesson 05 "
        "lists the losses that fit."
    )
    probabilities = outputs.min() >= 0 and np.allclose(outputs.sum(axis=1), 1, atol=1e-2)
    # A loss that applies softmax does not change when all outputs grow by 3.
    unmoved = np.isclose(losses["shifted"], losses["right"], rtol=1e-3) and losses["right"] > 1
    scores_expected = facts["from_logits"] or unmoved
    assert probabilities or scores_expected, (
        "The ten outputs are no probabilities, and the loss expects probabilities. Lesson 05 shows "
        "the two pairs that fit."
    )
    assert not (probabilities and scores_expected), (
        "The network ends with softmax, and its loss applies softmax once more. Lesson 05 shows "
        "the two pairs that fit."
    )
    right, half = facts.get("metrics") or ({}, {})
    assert any(np.allclose([right[name], half.get(name, 0)], [1, 0.5]) for name in right), (
        "Accuracy is not among the metrics of the model, or not the one for integer labels. It is "
        "what the configurations are compared by."
    )


def _check_freshness(facts: dict[str, Any]) -> None:
    assert facts["shares"] not in ("model", "weights"), (
        "Two calls of `build_model` give models with the same weights: a layer or a model is kept "
        "outside of the function. What one of them learns, the other one knows. Build it anew."
    )
    assert facts["shares"] != "optimizer", (
        "Two calls of `build_model` give models with one and the same optimizer object. An "
        "optimizer remembers the steps it took and the weights it moves; each model needs its own. "
        "Make it inside the function."
    )


def _check_default(facts: dict[str, Any], name: str) -> None:
    if name == "learning_rate":
        right = np.isclose(facts[name] or 0, DEFAULTS[name], rtol=1e-4)
        found = facts[name]
    else:
        right = DEFAULTS[name] in _units(facts)
        found = (_units(facts) or [0])[-1]
    assert right, (
        f"Without arguments, {name} is {found:g} in the model, and {DEFAULTS[name]:g} is the "
        "documented default. The baseline has to be the same for all who compare with it."
    )


# --- compare

CONFIGURATIONS: dict[str, dict[str, Any]] = {"wider": {"dense_units": 64}, "baseline": {}}
FOLDS, EPOCHS, SEED = 3, 4, 5


def _comparison(learner: Notebook, digits: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Return what `compare` did with `CONFIGURATIONS`, in three folds of four epochs."""
    settings = (CONFIGURATIONS, _prepared(digits), labels, FOLDS, EPOCHS, SEED)
    return _remembered(
        learner,
        "comparison",
        lambda: learner.ask(
            probes.spy_on_comparison, "compare", "build_model", 0, False, *settings
        ),
    )


def _rows_of(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of an answer, after a look at their form."""
    answer = facts["returned"]
    assert not isinstance(answer, dict), (
        "`compare` returned a dictionary. A list keeps the order and can be drawn row by row: one "
        "dict with name, scores, mean and std for each configuration."
    )
    rows = parts_from(answer, "compare")
    are_dicts = bool(rows) and all(isinstance(row, dict) for row in rows)
    assert are_dicts, "`compare` should return a list of dicts, one for each configuration."
    for key in ("name", "scores", "mean", "std"):
        assert all(key in row for row in rows), f"A row of `compare` has no {key!r}."
    return rows


def _scores_of(row: dict[str, Any]) -> np.ndarray:
    scores = array_from(row["scores"], "compare", "the scores of a row")
    assert scores.size, (
        f"The row {row['name']!r} has no scores. `split` gives its folds once only: whoever goes "
        "through them a second time finds none. Put them into a list."
    )
    assert scores.shape == (FOLDS,), (
        f"With k={FOLDS}, a row has scores of the shape {scores.shape}. One for each fold is "
        "expected: the folds are what shows the spread."
    )
    return scores.astype(float)


def _runs_of(facts: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return the trainings of each of `CONFIGURATIONS` by name, each with settings of its own."""
    runs = facts["runs"]
    assert runs, "`compare` trained no model."
    assert facts["built"], (
        "`compare` does not build its models by `build_model` of the notebook. Call that, with the "
        "settings of each configuration."
    )
    wanted = FOLDS * len(CONFIGURATIONS)
    if len(runs) == wanted and any(run["configuration"] is None for run in runs):
        # Of a copy of a model the settings are not known.
        return {name: runs[i * FOLDS :][:FOLDS] for i, name in enumerate(CONFIGURATIONS)}
    found = {
        name: [run for run in runs if _settings_of(run) == DEFAULTS | settings]
        for name, settings in CONFIGURATIONS.items()
    }
    assert len(found["baseline"]) < wanted, (
        "Every model was built with the settings of the baseline: those of the configuration do "
        "not arrive. So the rows compare the baseline with itself. Unpack them into the call."
    )
    for name, its_runs in found.items():
        assert len(its_runs) == FOLDS, (
            f"With k={FOLDS}, {len(its_runs)} models were trained with the settings of {name!r}, "
            f"{CONFIGURATIONS[name]}. One for each fold is expected."
        )
    return found


def _settings_of(run: dict[str, Any]) -> dict[str, Any]:
    configuration = run["configuration"] or {"args": [], "kwargs": {}}
    by_position = dict(zip(DEFAULTS, configuration["args"], strict=False))
    return DEFAULTS | by_position | configuration["kwargs"]


def _check_training(run: dict[str, Any]) -> None:
    """Check one training by itself: a fresh model, images of its own fold, as long as asked."""
    assert run["fresh"], (
        "A model that was trained already is trained on. It has seen the images it is scored on "
        "next, and the next score is too good. Build a new one for each fold."
    )
    assert not run["unknown"], (
        "A model learns from or is scored on images that `compare` was not given, such as the test "
        "set. Who chooses by the test set has none left to measure with. Use the arguments."
    )
    assert run["labels_kept"] is not False, (
        "Images and labels no longer belong together. Index both by the same positions."
    )
    measured = set(run["validation"] or ()) | set(run["looked_at"])
    assert not measured or measured - set(run["training"]), (
        "A model is scored on the images that it learned from. That cannot show how it does on "
        "others; a larger network would always win. Score it on the fold's held-out images."
    )
    assert run["epochs"] is None or run["epochs"] == EPOCHS, (
        f"A model was trained for {run['epochs']} epochs, and `epochs` said {EPOCHS}."
    )


def _check_folds(runs: list[dict[str, Any]], labels: np.ndarray) -> None:
    """Check that the trainings of one configuration are those of k stratified folds."""
    held_out = [set(range(len(labels))) - set(run["training"]) for run in runs]
    counts = np.bincount([i for fold in held_out for i in fold], minlength=len(labels))
    assert not (counts == FOLDS - 1).all(), (
        "Each model learned from one fold and was scored on all the others. It is the other way "
        "round: one fold is held out, and the rest teaches."
    )
    share = max(run.get("split") or 0 for run in runs)
    assert (counts == 1).all() or not share, (
        f"`validation_split` takes {share:.0%} of the images away from each training, and the "
        "model does not learn from them. Which images are held out is decided by the folds alone."
    )
    assert (counts == 1).all(), (
        f"Of {len(labels)} images, {np.sum(counts == 0)} were never held out and "
        f"{np.sum(counts > 1)} more than once. In k folds each image is held out exactly once."
    )
    shares = np.array([np.bincount(labels[list(f)], minlength=CLASSES) for f in held_out])
    ideal = np.bincount(labels, minlength=CLASSES) / FOLDS
    assert (np.abs(shares - ideal) < 1).all(), (
        "The folds are not stratified: a class is spread unevenly over them. In a small fold that "
        "changes the score by itself."
    )


def _name_the_scores(found: np.ndarray, runs: list[dict[str, Any]]) -> str:
    """Say what wrong scores are, or only that they are wrong."""
    held_out = [np.array(run["accuracy"]["held_out"]) for run in runs]
    for scores, said in (
        (
            [values[-1] * 100 for values in held_out],
            "They are percentages. An accuracy is a fraction, 0.9 for nine out of ten.",
        ),
        (
            [values.max() for values in held_out],
            "They are those of the best epoch. Which epoch is best was found out on the images "
            "that score it, so such a score is too high. Take the last epoch.",
        ),
        ([values[0] for values in held_out], "They are those of the first epoch."),
        ([values.mean() for values in held_out], "They are means over the epochs."),
        (
            [run["accuracy"]["training"][-1] for run in runs],
            "They are accuracies on the training images. Those show what was learned by heart.",
        ),
        (
            [run["loss"]["held_out"][-1] for run in runs],
            "They are losses. A smaller loss is better, a smaller accuracy worse.",
        ),
        ([1 - values[-1] for values in held_out], "They are shares of errors."),
    ):
        if agree(found, scores):
            return f"The scores are not the accuracies after the last epoch. {said}"
    right = np.array([values[-1] for values in held_out])
    if agree(np.sort(found), np.sort(right)):
        return (
            "The scores are right, and not in the order of the folds. They are compared fold by "
            "fold with those of other rows, so their order must stay."
        )
    return (
        f"The scores are {np.round(found, 4).tolist()}, and the models told "
        f"{np.round(right, 4).tolist()} of their held-out images rightly after the last epoch."
    )


def _check_summary(row: dict[str, Any], scores: np.ndarray) -> None:
    mean, std = (array_from(row[key], "compare", key) for key in ("mean", "std"))
    assert mean.size == std.size == 1, "`mean` and `std` of a row are one number each."
    n = len(scores)
    assert agree(mean.reshape(()), scores.mean()), (
        f"The mean of a row is {mean.item():.4f}, and the mean of its scores {scores.mean():.4f}."
    )
    right = scores.std(ddof=1)
    if agree(std.reshape(()), right):
        return
    for value, said in (
        (
            scores.std(),
            "It divides by k. The mean was computed from the same few scores, which makes the "
            "deviations a little too small: the sample standard deviation divides by k - 1.",
        ),
        (right**2, "That is the variance; its square root is in the unit of the scores."),
        (
            right / np.sqrt(n),
            "That is the standard error of the mean. It describes the mean; the spread of the "
            "folds is asked for.",
        ),
        (np.ptp(scores), "That is the range from the smallest to the largest score."),
    ):
        assert not agree(std.reshape(()), value), f"The std of a row is {std.item():.4f}. {said}"
    raise AssertionError(
        f"The std of a row is {std.item():.4f}; the sample standard deviation of its scores is "
        f"{right:.4f}."
    )


@pytest.mark.question("compare", lesson="08-improve#same-folds")
class TestCompare:
    hints = (
        "Two loops, one inside the other: over the configurations and over the folds. The folds "
        "are made once, before both loops. In the middle a model is built, trained and scored.",
        "If the folds differ between rows, they are made inside the loop. If a model is not fresh, "
        "it is built outside of the inner loop. If the settings do not arrive, look at how "
        "`build_model` is called.",
        "Make a list of StratifiedKFold's pairs of positions, shuffled with the seed. For each "
        "name and settings in configurations.items(), and each pair: build_model with the settings "
        "unpacked by **, fit on the first positions with the second as validation_data, keep the "
        "last val_accuracy. Append a dict with name, scores, np.mean and np.std with ddof=1.",
    )

    @pytest.mark.points(1)
    def test_rows(self, learner, digits, labels):
        """There is a row for each configuration, in the given order, with mean and spread."""
        facts = _comparison(learner, digits, labels)
        rows = _rows_of(facts)
        names = [row["name"] for row in rows]
        assert names == list(CONFIGURATIONS) or sorted(map(str, names)) != sorted(CONFIGURATIONS), (
            f"The rows are those of {', '.join(map(str, names))}, and the configurations were "
            f"{', '.join(CONFIGURATIONS)}. Rows keep the given order: whoever reads them relies on "
            "it."
        )
        assert names == list(CONFIGURATIONS), (
            f"The names of the rows are {names}, and {list(CONFIGURATIONS)} were given."
        )
        for row in rows:
            _check_summary(row, _scores_of(row))

    @pytest.mark.points(1)
    def test_trains_on_the_same_folds(self, learner, digits, labels):
        """Each configuration trains fresh models, on the same folds as the others."""
        facts = _comparison(learner, digits, labels)
        for run in facts["runs"]:
            _check_training(run)
        by_name = _runs_of(facts)
        for runs in by_name.values():
            _check_folds(runs, labels)
        wider, baseline = (
            sorted(run["training"] for run in by_name[name]) for name in CONFIGURATIONS
        )
        assert wider == baseline, (
            "The configurations are scored on different folds. Then one of them may be ahead since "
            "it drew easier images. Make the folds once, for all of them."
        )
        optimizers = [run["optimizer"] for run in facts["runs"] if run["optimizer"] is not None]
        assert len(set(optimizers)) == len(optimizers), (
            "Several models are trained by one and the same optimizer object. It remembers the "
            "steps it took for the model before, and Keras refuses it with other weights. "
            "`build_model` gives each model an optimizer of its own; leave it there."
        )

    @pytest.mark.points(1)
    def test_scores(self, learner, digits, labels):
        """A score is the accuracy on the held-out images of a fold after the last epoch."""
        facts = _comparison(learner, digits, labels)
        for run in facts["runs"]:
            _check_training(run)
        by_name = _runs_of(facts)
        for row in _rows_of(facts):
            runs = by_name.get(row["name"], [])
            # A loop of the learner's own trains for real; what it reaches is not known beforehand.
            if runs and all(run["accuracy"]["held_out"] for run in runs):
                scores = _scores_of(row)
                expected = [run["accuracy"]["held_out"][-1] for run in runs]
                assert agree(scores, expected), _name_the_scores(scores, runs)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_seeds(self, learner, digits, labels):
        """The same seed gives the same folds, another seed gives others; nothing is changed."""
        facts = _comparison(learner, digits, labels)
        assert not facts["changed_arguments"], (
            "`compare` changes what it was given, the configurations, the images or the labels. "
            "The caller still needs them as they were."
        )
        assert facts["runs"], "`compare` trained no model."
        first = facts["runs"][0]
        again, other = (_first_training(learner, digits, labels, seed) for seed in (SEED, SEED + 1))
        assert first["training"] == again["training"], (
            "Two calls with the same seed use different folds. Then nobody can repeat the "
            "comparison. The seed has to decide how the images are shuffled."
        )
        assert first["training"] != other["training"], (
            "Calls with different seeds use the same folds: `seed` has no effect on them."
        )


def _first_training(
    learner: Notebook, digits: np.ndarray, labels: np.ndarray, seed: int
) -> dict[str, Any]:
    """Return the first training of another comparison, after other draws by chance."""
    settings = ({"one": {"dropout": 0.2}}, _prepared(digits), labels, FOLDS, 1, seed)
    facts = learner.ask(probes.spy_on_comparison, "compare", "build_model", 1, True, *settings)
    assert facts["runs"], "`compare` trains no model if there is one configuration only."
    return facts["runs"][0]


# --- corrected_paired_t

# Six folds of 150 images, 125 to learn from and 25 to be scored on.
SCORES_A = (0.92, 0.88, 0.96, 0.92, 0.96, 0.88)
SCORES_B = (0.88, 0.88, 0.88, 0.92, 0.92, 0.84)
N_TRAIN, N_TEST = 125, 25
RIGHT_T = 1.828181


def _other_ts(a: np.ndarray, b: np.ndarray, train: int, test: int) -> Iterator[tuple[float, str]]:
    """Yield what mistakes make of two rows of scores, and what to say of each."""
    d, k = a - b, len(a)
    s2, share = d.var(ddof=1), test / train
    yield (
        d.mean() / np.sqrt(s2 / k),
        "That is the usual paired t-test. It takes the folds for independent, and their training "
        "sets overlap. The term for the overlap is missing.",
    )
    yield (
        d.mean() / np.sqrt(s2 * (1 / k + train / test)),
        "The sizes are swapped: the correction is n_test / n_train, a small number.",
    )
    yield (
        d.mean() / np.sqrt(s2 * (k - 1) / k * (1 / k + share)),
        "The variance divides by K here. The sample variance divides by K - 1; see `ddof`.",
    )
    yield (
        d.mean() / (s2 * (1 / k + share)),
        "The square root below the mean is missing.",
    )
    yield (
        d.mean() / (s2 * np.sqrt(1 / k + share)),
        "The variance stands before the square root instead of below it.",
    )
    yield (
        d.mean() / np.sqrt(np.sqrt(s2) * (1 / k + share)),
        "The standard deviation stands below the square root, where its square belongs.",
    )
    yield (
        d.mean() / np.sqrt(s2 * share),
        "The term 1/K is missing: more folds would not help at all.",
    )
    yield (
        d.mean() / np.sqrt(s2 * (1 / k + test / (train + test))),
        "n_test is divided by the number of all images. The correction sets it against n_train.",
    )
    yield (
        d.mean() / np.sqrt(s2 / k + share),
        "The correction is added to the variance instead of to 1/K.",
    )
    yield (
        d.mean() / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) * (1 / k + share)),
        "The two rows are compared as if they came from different folds. The same folds make "
        "pairs: take the difference in each fold first, then its variance.",
    )
    yield (
        d.mean() / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / k),
        "That is the t-test for two independent groups. The scores come in pairs, and the "
        "training sets overlap.",
    )
    yield d.mean(), "That is the mean difference alone, without a measure of its spread."


def _t_and_p(answer: Any) -> tuple[float, float]:
    parts = parts_from(answer, "corrected_paired_t")
    assert len(parts) == 2, (
        f"`corrected_paired_t` returned {len(parts)} values; two are expected, t and p."
    )
    arrays = [array_from(part, "corrected_paired_t", "t or p") for part in parts]
    assert all(array.size == 1 for array in arrays), "t and p are one number each."
    t, p = (float(array.reshape(())) for array in arrays)
    return t, p


def _name_the_t(found: float, a: np.ndarray, b: np.ndarray, train: int, test: int) -> str:
    for value, said in _other_ts(a, b, train, test):
        for sign in (1, -1):
            if np.isclose(found, sign * value, rtol=1e-4):
                return f"t is {found:.4g}. {said}"
    return f"t is {found:.4g}."


@pytest.mark.question("corrected_paired_t", lesson="08-improve#corrected-test")
class TestCorrectedPairedT:
    hints = (
        "Everything is made of the K differences, one for each fold: their mean stands above, and "
        "below it their spread, made larger since the folds share images.",
        "If t is too large, the term n_test / n_train is missing or the variance divides by K. If "
        "p is half of what it should be, only one side was counted. For equal scores the spread is "
        "0: look at that case first.",
        "differences = a - b. Divide their mean by the square root of their np.var with ddof=1 "
        "times (1 / K + n_test / n_train). p is twice stats.t.sf of the absolute t, with K - 1 "
        "degrees of freedom.",
    )

    @pytest.mark.points(1)
    def test_t(self, learner):
        """For six folds, t sets the mean difference against its corrected spread."""
        arguments = (np.array(SCORES_A), np.array(SCORES_B), N_TRAIN, N_TEST)
        t, p = _t_and_p(learner.corrected_paired_t(*arguments))
        assert not np.isclose(p, RIGHT_T, rtol=1e-4), "t and p came in the wrong order: t is first."
        assert not np.isclose(t, -RIGHT_T, rtol=1e-4), (
            "t has the wrong sign: where the first row is ahead, a - b is positive, and so is t."
        )
        assert np.isclose(t, RIGHT_T, rtol=1e-5), (
            f"{_name_the_t(t, *arguments)} For these six folds it should be {RIGHT_T:.4f}."
        )

    @pytest.mark.points(1)
    def test_p(self, learner):
        """p is two-sided, by Student's distribution with K - 1 degrees of freedom."""
        answer = learner.corrected_paired_t(np.array(SCORES_A), np.array(SCORES_B), N_TRAIN, N_TEST)
        t, p = _t_and_p(answer)
        if np.isclose(p, RIGHT_T, rtol=1e-4):
            t, p = p, t  # another check tells
        _check_p(t, p, len(SCORES_A))

    @pytest.mark.points(1)
    def test_special_cases(self, learner):
        """Equal rows give (0.0, 1.0); rows that cannot be compared are a ValueError."""
        row = np.array(SCORES_A)
        t, p = _t_and_p(learner.corrected_paired_t(row, row, N_TRAIN, N_TEST))
        assert not np.isnan([t, p]).any(), (
            f"Two equal rows give t = {t:g} and p = {p:g}: zero was divided by zero. There is no "
            "difference at all, so t is 0 and p is 1. Look at that case first."
        )
        assert np.allclose((t, p), (0, 1)), (
            f"Two equal rows give t = {t:g} and p = {p:g}, not 0 and 1."
        )
        for a, b, what in (
            (row, row[:4] + 0.01, "Six scores and four"),
            (row, row[:1] + 0.01, "Six scores and one"),
            (row[:1], row[:1] + 0.01, "A single fold"),
            (row[:1], row[:1], "A single fold with equal scores"),
        ):
            _demand_value_error(learner, a, b, what)

    @pytest.mark.points(1)
    def test_other_rows(self, learner, reference, rng):
        """Other rows of scores, also of two folds, as lists, or nearly equal, are compared."""
        for k, train, test in ((2, 50, 50), (5, 48_000, 12_000), (10, 800, 200)):
            a, b = rng.normal(0.9, 0.02, k), rng.normal(0.91, 0.02, k)
            found = [
                _t_and_p(learner.corrected_paired_t(*rows, train, test))
                for rows in ((a, b), (b.tolist(), a.tolist()))
            ]
            t, p = reference.corrected_paired_t(a, b, train, test)
            assert not np.allclose(found[0], (p, t), rtol=1e-4), "p came first, and t after it."
            assert not np.isclose(found[0][0], found[1][0], rtol=1e-4), (
                "t is the same whichever row comes first. Its sign tells which of them is ahead."
            )
            too_large = [pair for pair in found if pair[1] > 1 + 1e-9]
            assert len(too_large) != 1 or too_large[0][0] >= 0, (
                f"Where t is negative, p is {too_large[0][1]:.4g}, and no probability is above 1. "
                "Both sides count alike, whichever row is ahead."
            )
            from_k = t * np.sqrt((1 / k + test / train) / (1 / k + 1 / (k - 1)))
            assert np.isclose(from_k, t) or not np.isclose(found[0][0], from_k, rtol=1e-4), (
                f"For {k} scores, {train} images to learn from and {test} to be scored on, the "
                "term for the overlap comes out as 1 / (K - 1). That is so where each image is "
                "held out once. Here it is not, and two arguments say what is."
            )
            assert agree(np.array(found), [(t, p), (-t, p)]), (
                f"t or p is not right for other scores, of {k} folds, {train} images to learn "
                f"from and {test} to be scored on. Does the function use its arguments only?"
            )
        _check_that_a_difference_counts(learner)
        changed = learner.ask(probes.changed_arguments, "corrected_paired_t", a, b, train, test)
        assert not changed, "The scores that were handed in were changed. Work on a copy."


def _check_that_a_difference_counts(learner: Notebook) -> None:
    """Check that small differences, and differences without a spread, are not taken for none."""
    right = np.array([11_412, 11_398, 11_420, 11_405, 11_417])
    found = _t_and_p(
        learner.corrected_paired_t(
            right / 12_000, (right - [3, 1, 4, 2, 3]) / 12_000, 48_000, 12_000
        )
    )
    assert not np.allclose(found, (0, 1)), (
        "In each fold the rows differ by one to four of 12,000 images, and it gives t = 0 and "
        "p = 1. Small differences are not zero, and many small ones of one sign tell something."
    )
    row = np.array([0.875, 0.75, 0.9375, 0.8125])
    try:
        answer = learner.corrected_paired_t(row + 0.0625, row, 48, 16)
    except LearnerError as error:
        if error.kind in ("NotImplementedError", "NameError"):
            raise
        return  # t has no value there, which may be said by an error
    assert not np.allclose(_t_and_p(answer), (0, 1)), (
        "One row is ahead by the same amount in each fold, and it gives t = 0 and p = 1, as if the "
        "two were equal. The differences are not zero there; only their spread is zero."
    )


def _check_p(t: float, p: float, k: int) -> None:
    """Check that p belongs to this t, be that right or wrong."""
    from scipy import stats

    tail = stats.t.sf(abs(t), k - 1)
    one = "p should count the t-values on both sides that are at least as far from 0."
    for value, said in (
        (tail, f"That is one side only. {one}"),
        (1 - tail, f"That is the probability of smaller t-values. {one}"),
        (1 - 2 * tail, "That is 1 - p. A small p says: hardly by chance."),
        (2 * (1 - tail), "The wrong tail was doubled; a probability is never above 1."),
        (
            2 * stats.norm.sf(abs(t)),
            "It comes from the normal distribution. With so few folds the spread is uncertain "
            "itself, and Student's distribution has broader tails.",
        ),
        (
            2 * stats.t.sf(abs(t), k),
            "It has K degrees of freedom. One is used up by the mean difference: K - 1.",
        ),
        (2 * stats.t.sf(abs(t), 2 * k - 2), "It has 2K - 2 degrees of freedom, as for two groups."),
        (2 * stats.t.sf(abs(t), k - 2), "It has K - 2 degrees of freedom. K - 1 is right."),
    ):
        assert not np.isclose(p, value, rtol=1e-4, atol=0), f"p is {p:.4g} for t = {t:.4g}. {said}"
    assert np.isclose(p, 2 * tail, rtol=1e-4, atol=1e-12), (
        f"p is {p:.4g} for t = {t:.4g}. {one} See Student's distribution in the lesson."
    )


def _demand_value_error(learner: Notebook, a: np.ndarray, b: np.ndarray, what: str) -> None:
    try:
        learner.corrected_paired_t(a, b, N_TRAIN, N_TEST)
    except LearnerError as error:
        if error.kind in ("NotImplementedError", "NameError"):
            raise
        if "ValueError" in error.kinds:
            return
        raise AssertionError(
            f"{what} cannot be compared. A ValueError is expected, and it raised {error.kind}."
        ) from error
    broadcast = " NumPy repeats a single score without a word." if "one" in what else ""
    raise AssertionError(
        f"{what} cannot be compared by folds, and the function gives an answer all the same."
        f"{broadcast} It should raise a ValueError."
    )


# --- plot_comparison

# How many times the range of what is drawn the axis of the scores may span.
WIDEST = 7


def _row(name: str, *scores: float) -> dict[str, Any]:
    return {
        "name": name,
        "scores": list(scores),
        "mean": float(np.mean(scores)),
        "std": float(np.std(scores, ddof=1)),
    }


THREE = [
    _row("plain", 0.901, 0.913, 0.888, 0.907, 0.892, 0.911),
    _row("faster", 0.934, 0.941, 0.925, 0.951, 0.958, 0.929),
    _row("dropout", 0.872, 0.884, 0.897, 0.869, 0.877, 0.889),
]
FIVE = [
    _row("e", 0.9530, 0.9580, 0.9551),
    _row("a", 0.9611, 0.9655, 0.9601),
    _row("d", 0.9702, 0.9667, 0.9719),
    _row("b", 0.9590, 0.9482, 0.9514),
    _row("c", 0.9645, 0.9683, 0.9689),
]


_PERCENT = re.compile(r"%|per ?cent", re.IGNORECASE)


class _Drawing:
    """What stands on axes, turned so that scores are along `value` and configurations `place`."""

    def __init__(self, axes: dict[str, Any], sideways: bool) -> None:
        self.axes, self.sideways = axes, sideways
        turn = [1, 0] if sideways else [0, 1]
        bars = np.asarray(axes["bars"]).reshape(-1, 4)
        if sideways:
            ends = np.stack([bars[:, 1] + bars[:, 3] / 2, bars[:, 0] + bars[:, 2]], axis=1)
        else:
            ends = np.stack([bars[:, 0] + bars[:, 2] / 2, bars[:, 1] + bars[:, 3]], axis=1)
        lines = [np.stack([line["x"], line["y"]], axis=1)[:, turn] for line in axes["lines"]]
        points = [np.asarray(points).reshape(-1, 2)[:, turn] for points in axes["points"]]
        segments = np.asarray(axes["segments"]).reshape(-1, 2, 2)[:, :, turn]
        pairs = [line[None] for line in lines if len(line) == 2]
        segments = np.concatenate([segments, *pairs])
        across = segments[:, 0, 1] == segments[:, 1, 1]
        self.marks = np.concatenate([ends, *lines, *points, segments[across].mean(axis=1)])
        self.spans = segments[segments[:, 0, 0] == segments[:, 1, 0]]
        value, place = ("x", "y") if sideways else ("y", "x")
        self.limits = np.sort(axes[f"{value}lim"])
        self.label = axes[f"{value}label"] or axes[f"figure_{value}label"]
        words = [self.label, axes["title"], axes["figure_title"], *axes[f"{value}ticklabels"]]
        self.says_percent = any(_PERCENT.search(text) for text in words)
        self.ticks, self.names = axes[f"{place}ticks"], axes[f"{place}ticklabels"]

    def in_fractions(self) -> "_Drawing":
        """Return what is drawn in percent as fractions, as the rows have it."""
        drawing = copy.copy(self)
        drawing.limits = self.limits / 100
        drawing.marks, drawing.spans = self.marks / [1, 100], self.spans / [1, 100]
        return drawing

    def places_of(self, rows: list[dict[str, Any]]) -> list[float] | None:
        """Return where the mean of each row stands, None if one of them is not drawn."""
        places = []
        for row in rows:
            here = self.marks[np.isclose(self.marks[:, 1], row["mean"], rtol=1e-5), 0]
            if not len(here):
                return None
            places.append(float(np.median(here)))
        return places


def _drawing(learner: Notebook, rows: list[dict[str, Any]]) -> tuple[_Drawing, list[float]]:
    """Return the axes on which the means of all rows stand, and the places of the rows."""
    drawn = _remembered(
        learner,
        f"plot {len(rows)}",
        lambda: learner.ask(probes.describe_axes, "plot_comparison", rows),
    )
    assert not drawn["changed_arguments"], (
        "`plot_comparison` changes the rows that it draws. Work on a copy."
    )
    assert drawn["axes"], "`plot_comparison` draws nothing."
    readings = [_Drawing(axes, sideways) for axes in drawn["axes"] for sideways in (False, True)]
    told = readings + [reading.in_fractions() for reading in readings if reading.says_percent]
    found = [(reading, reading.places_of(rows)) for reading in told]
    whole = [(reading, places) for reading, places in found if places is not None]
    assert whole, _name_the_missing_means(readings, rows)
    reading, places = whole[0]
    assert len({round(place, 6) for place in places}) == len(rows), (
        "The means stand at one and the same place, on top of each other. Give each configuration "
        "a place of its own."
    )
    steps = np.diff(places)
    assert (steps > 0).all() or (reading.sideways and (steps < 0).all()), (
        "The configurations do not stand in the order of the rows."
    )
    return reading, places


def _name_the_missing_means(readings: list[_Drawing], rows: list[dict[str, Any]]) -> str:
    values = np.concatenate([reading.marks[:, 1] for reading in readings])

    def all_drawn(key: Callable[[dict[str, Any]], float]) -> bool:
        return all(np.isclose(values, key(row), rtol=1e-5).any() for row in rows)

    if len(readings) > 2 and all_drawn(lambda row: row["mean"]):
        return (
            "The configurations stand on separate axes, each with a scale of its own. On one axes "
            "their spreads can be compared."
        )
    if all_drawn(lambda row: max(row["scores"])) and not all_drawn(lambda row: min(row["scores"])):
        return (
            "The best fold of each configuration is drawn. One lucky fold is no measure; draw "
            "means."
        )
    if all_drawn(lambda row: 100 * row["mean"]):
        return (
            "The means are drawn in percent, and the axis does not say so. Draw fractions, or name "
            "the unit in the label."
        )
    if all_drawn(lambda row: row["std"]):
        return "The standard deviations are drawn without the means that they belong to."
    if all_drawn(lambda row: float(np.median(row["scores"]))):
        return (
            "Medians are drawn, as a box plot does, and no means. The rows and the test compare "
            "means."
        )
    if all_drawn(lambda row: row["scores"][0]):
        return "The scores of the folds are drawn without their means. Mark the means, too."
    return (
        "The means of the rows are not on the axes: for each configuration a point, line or bar at "
        "its mean is expected."
    )


def _check_names(drawing: _Drawing, places: list[float], rows: list[dict[str, Any]]) -> None:
    names = [row["name"] for row in rows]
    ticks = np.append(drawing.ticks, np.inf)
    texts = [*drawing.names, ""]
    written = [texts[np.abs(ticks - place).argmin()].strip() for place in places]
    if all(name in text for name, text in zip(names, written, strict=True)):
        return
    assert set(written) != set(names), (
        f"The names stand at the wrong places: below the mean of {names[0]!r} it says "
        f"{written[0]!r}. Names and values have to be in one order."
    )
    elsewhere = [*drawing.axes["legend"], *drawing.axes["texts"]]
    assert all(any(name in text for text in elsewhere) for name in names), (
        "The names of the configurations are not on the axes. Without them nobody knows which is "
        "which."
    )


def _check_spread(drawing: _Drawing, places: list[float], rows: list[dict[str, Any]]) -> None:
    room = np.min(np.abs(np.diff(places))) / 2
    for place, row in zip(places, rows, strict=True):
        near = np.abs(drawing.marks[:, 0] - place) < room
        values = drawing.marks[near, 1]
        drawn = sum(np.isclose(values, score, rtol=1e-5).any() for score in row["scores"])
        if drawn == len(row["scores"]):
            continue
        spans = drawing.spans[np.abs(drawing.spans[:, 0, 0] - place) < room]
        ends = np.sort(spans[:, :, 1], axis=1)
        wanted = (row["mean"] - row["std"], row["mean"] + row["std"])
        if any(np.allclose(end, wanted, rtol=0, atol=0.02 * row["std"]) for end in ends):
            continue
        assert len(ends) or drawn < 2, (
            f"Of {row['name']!r} {drawn} of its scores are drawn, and there are "
            f"{len(row['scores'])}. The spread is that of all folds."
        )
        raise AssertionError(_name_the_spread(ends, row))


def _name_the_spread(ends: np.ndarray, row: dict[str, Any]) -> str:
    if not len(ends):
        return (
            "The means are drawn without their spread. Then a difference by luck looks like one "
            "that is real. Add error bars, or the scores of all folds."
        )
    std, n = row["std"], len(row["scores"])
    half = float(np.ptp(ends[0])) / 2
    assert not np.isclose(ends[0], row["mean"], rtol=1e-6).any(), (
        f"The error bar of {row['name']!r} stands on one side of the mean only. Scores lie on both."
    )
    start = f"The error bar of {row['name']!r} reaches {half:.4f} to either side of its middle."
    for length, said in (
        (std / np.sqrt(n), "That is the standard error, which shrinks with more folds."),
        (std / 2, "That is half of the standard deviation: a bar is drawn to either side."),
        (2 * std, "That is two standard deviations."),
        (1.96 * std / np.sqrt(n), "That is 1.96 standard errors, as for a confidence interval."),
        (std**2, "That is the variance, which is not in the unit of the scores."),
        (float(np.std(row["scores"])), "That is the standard deviation which divides by k."),
        (row["mean"], "That is the mean itself."),
        (std / 100, "That is a hundredth of it: the means are in percent, and the bars are not."),
    ):
        if np.isclose(half, length, rtol=1e-3):
            return f"{start} {said} One standard deviation, {std:.4f}, is expected."
    return f"{start} One standard deviation, {std:.4f}, is expected."


@pytest.mark.question("plot_comparison", lesson="08-improve#plot")
class TestPlotComparison:
    hints = (
        "For each row there is a place, 0, 1, 2 and so on. At it stand the mean and the spread, "
        "and below it the name.",
        "If the spread cannot be seen, look at the limits of the scores' axis: bars make "
        "Matplotlib begin at 0. If names and values do not fit, something was sorted.",
        "plt.errorbar takes places, means and yerr= the standard deviations, with fmt='o' for "
        "points without a line. plt.xticks takes places and names, plt.ylabel the words beside "
        "the axis.",
    )

    @pytest.mark.points(1)
    def test_means_and_names(self, learner):
        """The mean of each configuration stands at a place of its own, with its name."""
        drawing, places = _drawing(learner, THREE)
        _check_names(drawing, places, THREE)
        assert drawing.label.strip(), (
            "The axis of the scores has no label. Say what was measured, and on what."
        )

    @pytest.mark.points(1)
    def test_spread(self, learner):
        """The spread over the folds is drawn, and large enough to be seen."""
        for rows in (THREE, FIVE):
            drawing, places = _drawing(learner, rows)
            _check_spread(drawing, places, rows)
            ends = [row["mean"] + sign * row["std"] for row in rows for sign in (-1, 1)]
            low, high = drawing.limits
            inside = low <= min(ends) and max(ends) <= high
            assert inside, (
                f"The axis of the scores reaches from {low:.3g} to {high:.3g}, and some of what "
                "should be seen lies outside. Set its limits by the rows that are drawn."
            )
            assert high - low <= WIDEST * (max(ends) - min(ends)), (
                f"The axis of the scores reaches from {low:.3g} to {high:.3g}, and all of them lie "
                f"between {min(ends):.3f} and {max(ends):.3f}. So the spread can hardly be seen. "
                "Narrow the limits down."
            )
