"""Checks of 06_evaluate: folds, fresh models, honest scores, and what is said of their spread."""

from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from, parts_from
from course.wire import Opaque

Array = npt.NDArray[Any]
Facts = dict[str, Any]

# What a notebook answered to a probe that builds models: several checks look at one answer.
_REMEMBERED: "WeakKeyDictionary[Notebook, dict[Any, Any]]" = WeakKeyDictionary()


def _remembered(learner: Notebook, what: Any, ask: Callable[[], Any]) -> Any:
    answers = _REMEMBERED.setdefault(learner, {})
    if what not in answers:
        try:
            answers[what] = ask()
        except LearnerError as error:
            answers[what] = error
    if isinstance(answers[what], LearnerError):
        raise answers[what]
    return answers[what]


# --- stratified_folds


@pytest.mark.question("stratified_folds", lesson="06-evaluate#folds")
class TestStratifiedFolds:
    """Positions dealt out into k folds, class by class."""

    hints = (
        "Think of dealing cards. Take one class, shuffle the positions of its digits, and deal "
        "them out to the k folds in turn; go on with the next class. A fold's training positions "
        "are all that were not dealt to it.",
        "Put all validation positions into one row and sort it: it has to read 0, 1, …, N - 1. If "
        "a number occurs twice, folds overlap. If some are missing, a remainder was dropped. Then "
        "count the classes of each fold; counts that differ by more than 1 mean that classes were "
        "not dealt out one by one.",
        "`rng.permutation(np.flatnonzero(labels == digit))` shuffles one class, and "
        "`np.arange(n) % k` deals n cards in turn. Or look up `StratifiedKFold` in scikit-learn: "
        "its `split` gives pairs of positions; mind its arguments `shuffle` and `random_state`.",
    )

    @pytest.mark.points(1)
    def test_every_position_is_held_out_once(self, learner: Notebook, labels: Array) -> None:
        """There are k pairs, and every position is held out in exactly one of them."""
        for k in (5, 2):
            _check_partition(_folds(learner, labels, k, 0), labels)

    @pytest.mark.points(1)
    def test_each_fold_has_its_share_of_each_class(self, learner: Notebook) -> None:
        """Of labels that are sorted, every fold gets its share of each class."""
        labels = np.repeat(np.arange(10), 12)
        folds = _folds(learner, labels, 4, 3)
        _check_partition(folds, labels)
        mistake = _share_mistake(folds, labels)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_the_seed_decides(self, learner: Notebook, labels: Array) -> None:
        """The seed decides the folds, and other random numbers are left alone."""
        cuts = [_cut(_folds(learner, labels, 4, seed)) for seed in (7, 7, 0, 0, 8)]
        assert cuts[0] == cuts[1], (
            "Two calls with the seed 7 gave different folds. Models that are to be compared would "
            "then be scored on different digits. Every random number has to come from the seed."
        )
        assert cuts[2] == cuts[3], (
            "The seed 7 can be repeated and the seed 0 cannot. 0 is a seed like any other, "
            "although Python takes it for false in an `if`, and so does `or`."
        )
        same = cuts[0] == cuts[2] == cuts[4]
        mistake = _order_mistake(cuts[0], labels) if same else ""
        assert not mistake, mistake
        assert not same, (
            "The seeds 0, 7 and 8 gave the very same folds: the argument `seed` has no effect, so "
            "nobody could find out how much of a score is due to the cut."
        )
        shared = learner.ask(probes.global_randomness, "stratified_folds", labels, 4, 3)
        for source, verdict in shared.items():
            assert verdict == "untouched", (
                f"The random numbers come from {source}'s shared generator, whose seed is set in "
                "the function. Whatever draws from it afterwards, in any cell, then gets the same "
                "numbers each time. Make a generator of your own from the seed."
            )

    @pytest.mark.points(1)
    def test_a_single_fold_is_refused(self, learner: Notebook, labels: Array) -> None:
        """Fewer than two folds raise a ValueError."""
        for k in (1, 0):
            mistake = _single_fold_mistake(learner, labels, k)
            assert not mistake, mistake

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_unequal_classes_are_dealt_out_too(
        self, learner: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for classes of any size, and leaves the labels as they were."""
        sizes = (23, 4, 0, 16, 7, 9, 1, 12, 5, 20)
        labels = rng.permutation(np.repeat(np.arange(10), sizes)).astype(np.uint8)
        for k in (3, 5, 10):
            folds = _folds(learner, labels, k, 12345)
            _check_partition(folds, labels)
            mistake = _share_mistake(folds, labels)
            assert not mistake, mistake
        assert not learner.ask(probes.changed_arguments, "stratified_folds", labels, 5, 2), (
            "`stratified_folds` changed the labels that it was given, so they no longer belong to "
            "their images. Shuffle positions, or a copy."
        )


Folds = list[tuple[Array, Array]]


def _single_fold_mistake(learner: Notebook, labels: Array, k: int) -> str:
    """Say what came in place of a ValueError; empty if that was raised."""
    try:
        folds = learner.stratified_folds(labels, k, 0)
    except LearnerError as error:
        if "NotImplementedError" in error.kinds:
            raise
        if "ValueError" in error.kinds:
            return ""
        return (
            f"k={k} raised {error.kind}. The docstring promises a ValueError, so that a caller can "
            "tell a wrong argument from a mistake inside."
        )
    what = f"{len(folds)} pairs" if isinstance(folds, list) else "an answer"
    return (
        f"k={k} gave {what} in place of a ValueError. With fewer than two folds there is nothing "
        "left to learn from, and a caller should hear of it at once."
    )


def _folds(learner: Notebook, labels: Array, k: int, seed: int) -> Folds:
    answer = learner.stratified_folds(labels, k, seed)
    assert not isinstance(answer, Opaque), (
        f"`stratified_folds` returned an object of the type {answer.type_name}. Return its folds: "
        "a list of pairs of positions."
    )
    pairs = parts_from(answer, "stratified_folds")
    assert len(pairs) == k or not (len(pairs) == 2 and _are_halves(pairs, k)), (
        f"With k={k}, two lists of {k} came back, such as all training positions and then all "
        "validation positions. A list of pairs is asked for: fold by fold, both together."
    )
    assert len(pairs) == k, f"With k={k}, {len(pairs)} folds came back."
    folds = [_pair(pair, k, labels) for pair in pairs]
    held_out = np.concatenate([validation for _, validation in folds])
    assert not np.array_equal(np.sort(held_out), np.sort(labels)), (
        "A validation_index holds labels, not positions: the values say which digits were chosen "
        "and not which images. Positions run from 0 to N - 1."
    )
    return folds


def _are_halves(pairs: list[Any], k: int) -> bool:
    return all(isinstance(half, list | np.ndarray) and len(half) == k for half in pairs)


def _pair(pair: Any, k: int, labels: Array) -> tuple[Array, Array]:
    parts = pair if isinstance(pair, list) else list(pair) if np.ndim(pair) == 2 else []
    assert len(parts) == 2, (
        f"With k={k}, an item of the list is no pair. Each is asked to hold two rows of positions: "
        "those to learn from, then those that are held out."
    )
    train, validation = (
        _positions(part, name, labels)
        for part, name in zip(parts, ("train_index", "validation_index"), strict=True)
    )
    return train, validation


def _positions(part: Any, name: str, labels: Array) -> Array:
    positions = array_from(part, "stratified_folds", name)
    if positions.size == 0:
        return np.zeros(0, int)
    assert positions.dtype.kind != "b", (
        f"A {name} is a mask of True and False. Positions are whole numbers: where the mask is "
        "True."
    )
    assert positions.ndim == 1, (
        f"A {name} has {positions.ndim} dimensions. A flat row of positions is expected; used as "
        "an index, this would add an axis to the images."
    )
    assert positions.dtype.kind in "iu", (
        f"The positions in a {name} have the type {positions.dtype}. NumPy takes whole numbers "
        "only as positions."
    )
    outside = positions[(positions < 0) | (positions >= len(labels))]
    assert not outside.size, (
        f"A {name} holds the position {'N' if outside[0] == len(labels) else outside[0]}. "
        "Positions run from 0 to N - 1."
    )
    return positions.astype(int)


def _check_partition(folds: Folds, labels: Array) -> None:
    n, k = len(labels), len(folds)
    held_out = np.concatenate([validation for _, validation in folds])
    assert k == 2 or not all(len(train) < len(held) for train, held in folds), (
        "The two parts of each pair have changed places: the small part is learned from and the "
        "large one held out. The training positions come first."
    )
    for _, validation in folds:
        assert len(np.unique(validation)) == len(validation), (
            "Some positions occur several times in one validation_index. Were they counted anew in "
            "each class?"
        )
    times = np.bincount(held_out, minlength=n)
    assert times.max() < 2, (
        f"With k={k}, {np.sum(times > 1)} positions are held out more than once. The folds "
        "overlap: cut the digits into parts, once; do not draw each fold anew from all of them."
    )
    assert times.min() > 0, (
        f"With k={k}, {np.sum(times == 0)} of {n} positions are never held out. If N cannot be "
        "divided by k, some folds are larger by one; nothing is dropped."
    )
    for train, validation in folds:
        shared = np.intersect1d(train, validation)
        assert not len(shared), (
            f"{len(shared)} of the {len(validation)} positions that a fold holds out are among its "
            "training positions, too. A model would be judged on digits that it has learned."
        )
        missing = np.setdiff1d(np.arange(n), np.concatenate([train, validation]))
        assert not len(missing), (
            f"With k={k}, {len(missing)} of {n} positions are in neither part of a fold. Whatever "
            "a fold does not hold out is there to learn from."
        )
        assert len(np.unique(train)) == len(train), (
            "Some positions occur several times in one train_index. Each digit is learned from "
            "once an epoch."
        )


def _share_mistake(folds: Folds, labels: Array) -> str:
    """Say how the folds differ from even shares of each class; empty if they do not."""
    k = len(folds)
    classes, sizes = np.unique(labels, return_counts=True)
    counts = np.array([[np.sum(labels[held] == c) for c in classes] for _, held in folds])
    off = (counts < sizes // k) | (counts > -(-sizes // k))
    if not off.any():
        return ""
    sizes_of_folds = counts.sum(axis=1)
    n = len(labels)
    sorted_labels = not np.any(np.diff(labels.astype(int)) < 0)
    if sorted_labels and all(np.ptp(held) == len(held) - 1 for _, held in folds if len(held)):
        found = " and ".join(map(str, classes[counts[-1] > 0]))
        return (
            "Each fold holds out a block of neighboring rows. These labels are sorted, so the last "
            f"fold holds out the digits {found} and hardly another: a model is judged on what it "
            "has never seen."
        )
    if np.ptp(sizes_of_folds) > len(classes):
        return (
            f"The folds hold out {', '.join(map(str, sizes_of_folds))} of {n} positions. Folds of "
            "one size are expected, or nearly so."
        )
    place = np.argwhere(off)[0][1]
    return (
        f"The folds are not stratified: of the {sizes[place]} digits of class {classes[place]}, "
        f"the {k} folds hold out {', '.join(map(str, counts[:, place]))}. Dealt out evenly, each "
        "would get the same number, give or take one."
    )


def _cut(folds: Folds) -> set[frozenset[int]]:
    """Return the cut that folds make, whatever their order and that of their positions."""
    return {frozenset(validation.tolist()) for _, validation in folds}


def _order_mistake(cut: set[frozenset[int]], labels: Array) -> str:
    """Say that nothing was drawn, if so: each class was dealt out in blocks, or in turn."""
    why = (
        "Neighbors often have something in common, such as the writer. Shuffle the positions "
        "first, by the seed."
    )
    if all(held and max(held) - min(held) == len(held) - 1 for held in cut):
        return f"For every seed, each fold is a run of rows as they stand. {why}"
    k = len(cut)
    fold_of = np.zeros(len(labels), int)
    for fold, validation in enumerate(cut):
        fold_of[list(validation)] = fold
    rows = [fold_of[labels == c] for c in np.unique(labels)]
    in_blocks = all(np.sum(np.diff(row) != 0) == len(np.unique(row)) - 1 for row in rows)
    in_turn = all(np.array_equal(row[k:], row[:-k]) for row in rows if len(row) > k)
    if in_blocks or in_turn:
        return f"For every seed, each class is dealt out in the order in which it stands. {why}"
    return ""


# --- cross_validate

K, EPOCHS, SEED = 4, 4, 1
Histories = list[dict[Any, Any]]


def _prepared(digits: Array) -> Array:
    return digits[..., np.newaxis].astype(np.float32) / 255


@pytest.mark.question("cross_validate", lesson="06-evaluate#cross-validate")
class TestCrossValidate:
    """A fresh model for each fold, scored on what it has not seen."""

    hints = (
        "One loop over the folds. In each turn: build, train on the one part, measure on the "
        "other, keep the score and the history.",
        "Print inside the loop how many digits go into `fit`, and the accuracy after its *first* "
        "epoch. If that starts higher from fold to fold, one model goes on learning. If every "
        "score is close to the training accuracy, look at which digits are measured.",
        "`for train_index, validation_index in …:` opens the loop, and `build_model()` belongs "
        "inside it. `fit(…, validation_data=(…, …))` returns a History; the last item of one "
        "of the lists in its `history` is the score.",
    )

    @pytest.mark.points(1)
    def test_each_fold_is_held_out_from_its_model(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """Each model learns from all folds but one, and is measured on that one."""
        runs = _runs(learner, digits, labels)
        _check_folds(runs, labels)

    @pytest.mark.points(1)
    def test_each_model_starts_fresh(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """Each fold begins with a model that knows nothing, from `build_model`."""
        runs = _runs(learner, digits, labels)
        _check_origin(runs)
        stale = [fold for fold, run in enumerate(runs, start=1) if not run["fresh"]]
        assert not stale, (
            f"One model goes on from fold to fold: at the start of fold {stale[0]} it already knows"
            " what it learned before, and that includes the digits that are now held out. Build a "
            "new model for each fold."
        )

    @pytest.mark.points(1)
    def test_each_model_trains_for_the_given_epochs(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """Each model trains for exactly the given number of epochs, on digits with their labels."""
        for run in _runs(learner, digits, labels):
            assert run["epochs"] == EPOCHS, _epochs_mistake(run)
            assert run["labels_kept"] is not False, (
                "Some digits were given to `fit` with labels of others. Images and labels have to "
                "be picked by the same positions, in the same order."
            )

    @pytest.mark.points(1)
    def test_a_score_is_the_last_held_out_accuracy(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """The score of a fold is the accuracy on its held-out digits after the last epoch."""
        scores, _ = _returned(learner, digits, labels)
        runs = _runs(learner, digits, labels)
        found = array_from(scores, "cross_validate", "the scores")
        if found.shape != (K,):
            raise AssertionError(_shape_mistake(found, runs))
        _check_folds(runs, labels)
        measured = [run for run in runs if run["accuracy"]["held_out"]]
        if len(measured) == len(runs):  # else a loop of the learner's own trained the models
            right = [run["accuracy"]["held_out"][-1] for run in runs]
            assert agree(found.astype(float), right), _score_mistake(found, runs)

    @pytest.mark.points(1)
    def test_a_history_for_each_fold_is_returned(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """The histories are k dictionaries with a list for each loss or metric."""
        _, histories = _returned(learner, digits, labels)
        mistake = _history_mistake(histories)
        assert not mistake, mistake
        alike = all(_agree_in_all(history, histories[0]) for history in histories)
        runs = _runs(learner, digits, labels)
        # Steps of the learner's own train for real, and our models then learn alike. They know no
        # images but the given ones, and those of others they tell alike, too.
        telling = all(run["accuracy"]["held_out"] and not run["unknown"] for run in runs)
        assert not alike or not telling, (
            "The same history came back for every fold. Each training has its own; collect them "
            "inside the loop."
        )

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_arguments_and_defaults_have_their_effect(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """Folds are stratified and follow the seed; there are five, of five epochs, by default."""
        folds = _check_folds(_runs(learner, digits, labels), labels)
        mistake = _share_mistake(folds, labels)
        assert not mistake, mistake
        facts = _spied(learner, digits, labels)  # without further arguments
        found = len(facts["runs"]), {run["epochs"] for run in facts["runs"]}
        assert found == (5, {5}), (
            f"Called with a builder, images and labels only, it trained {found[0]} models, for "
            f"{', '.join(map(str, found[1]))} epochs. Five folds and five epochs are the defaults."
        )
        others = _spied(learner, digits, labels, K, 1, SEED + 1)["runs"]
        assert _cut(folds) != _cut(_check_folds(others, labels)), (
            f"The seeds {SEED} and {SEED + 1} gave the same folds: the argument `seed` does not "
            "reach the place where the folds are made."
        )
        assert not facts["changed_arguments"], (
            "`cross_validate` changed the images or labels that it was given. Pick from them; do "
            "not write into them."
        )


def _spied(learner: Notebook, digits: Array, labels: Array, *settings: int) -> Facts:
    def ask() -> Facts:
        arguments = [*settings, *[None] * (3 - len(settings)), "stratified_folds"]
        return learner.ask(
            probes.spy_on_folds, "cross_validate", _prepared(digits), labels, *arguments
        )

    try:
        return _remembered(learner, settings, ask)
    except LearnerError as error:
        if "KeyError" in error.kinds and "val_" in error.text:
            raise AssertionError(
                "The history has no such list. Keras measures held-out digits during training only "
                "if `fit` is given them as validation data, and names the accuracy after the "
                'metric: "val_accuracy".'
            ) from error
        raise


def _runs(learner: Notebook, digits: Array, labels: Array) -> list[Facts]:
    """Return what happened in each fold, or say why there is not one training for each."""
    facts = _spied(learner, digits, labels, K, EPOCHS, SEED)
    runs = facts["runs"]
    assert runs, (
        "No model was trained: neither `fit` nor a training step was called. Each fold trains a "
        "model that `build_model` makes."
    )
    assert len(runs) != 1, (
        f"With k={K}, one training took place. Each fold needs its own: is the loop over the folds "
        "there, and does `return` stand after it and not inside?"
    )
    assert len(runs) == K, f"With k={K}, {len(runs)} trainings took place. Each fold needs one."
    return runs


def _check_origin(runs: list[Facts]) -> None:
    assert all(run["own"] for run in runs), (
        "A model was trained that did not come from `build_model`. The function is to score "
        "whatever kind of model it is given a builder for."
    )


def _check_folds(runs: list[Facts], labels: Array) -> Folds:
    """Return the folds that models were trained and measured on, or say what is wrong with them."""
    everything = set(range(len(labels)))
    folds = []
    assert not any(run["split"] for run in runs), (
        "`validation_split` holds out the last rows of what `fit` is given, in every turn, and not "
        "the fold. Hand over the fold's validation positions as validation data."
    )
    for run in runs:
        learned = set(run["training"])
        measured = set(run["looked_at"] if run["validation"] is None else run["validation"])
        assert not run["unknown"], (
            f"{run['unknown']:,} images that were learned from or measured are not among the given "
            "ones. Pick from the arguments, not from variables of the notebook, and change "
            "nothing: the images are prepared already."
        )
        assert learned != everything, (
            "A model learned from all digits, so whatever it is measured on, it has seen before. "
            "Give `fit` the training positions of the fold only."
        )
        assert run["validation"] is None or not measured & learned, (
            f"{len(measured & learned)} of the {len(measured)} digits that were given as "
            "validation data are among those that the model learned from. It is then graded on "
            "its homework. Hold out the fold's validation positions."
        )
        assert measured or not run["accuracy"]["held_out"], (
            "Nothing was measured on held-out digits: `fit` got no validation data, and neither "
            "`evaluate` nor `predict` was called afterwards."
        )
        assert measured - learned, (
            "The model was measured only on digits that it learned from. Measure it on the fold's "
            "validation positions."
        )
        folds.append((np.array(sorted(learned)), np.array(sorted(measured - learned))))
    times = np.bincount(np.concatenate([held for _, held in folds]), minlength=len(labels))
    assert times.max() < 2, (
        f"{np.sum(times > 1)} of {len(labels)} digits were held out in more than one fold. Cut the "
        "digits into folds once, before the loop; do not draw a new part in each turn."
    )
    assert times.min() > 0, (
        f"{np.sum(times == 0)} of {len(labels)} digits were never held out. Over all folds each "
        "digit is measured once."
    )
    smallest = min(len(learned) + len(held) for learned, held in folds)
    assert smallest == len(labels), (
        f"A model learned from {smallest - len(folds[0][1])} digits only. Whatever a fold does not "
        "hold out is there to learn from: here, three quarters."
    )
    return folds


def _epochs_mistake(run: Facts) -> str:
    if run["asked"] is not None and run["epochs"] < run["asked"]:
        return (
            f"A model stopped after {run['epochs']} of {run['asked']} epochs. Who stops where the "
            "held-out digits look best has used them to choose. Each model trains for exactly the "
            "given number."
        )
    return f"With epochs={EPOCHS}, a model trained for {run['epochs']}."


def _returned(learner: Notebook, digits: Array, labels: Array) -> tuple[Any, Any]:
    returned = _spied(learner, digits, labels, K, EPOCHS, SEED)["returned"]
    if isinstance(returned, dict):
        raise AssertionError(
            "A dictionary came back. Two things are asked for: `return scores, histories`."
        )
    parts = parts_from(returned, "cross_validate")
    if len(parts) == K:
        pairs = all(isinstance(part, list) and len(part) == 2 for part in parts)
        raise AssertionError(
            f"A list of {K} pairs came back, one for each fold. Two lists are asked for: all "
            "scores, then all histories."
            if pairs
            else f"A list of {K} came back, one item for each fold. Two lists are asked for, the "
            "scores and the histories: section 07 draws the latter."
        )
    assert len(parts) == 2, f"{len(parts)} things came back; scores and histories are asked for."
    first, second = parts
    assert not _are_histories(first) or _are_histories(second), (
        "The two lists have changed places: the scores come first, then the histories."
    )
    return first, second


def _is_history(part: Any) -> bool:
    return isinstance(part, dict | Opaque)


def _are_histories(part: Any) -> bool:
    return isinstance(part, list) and bool(part) and all(map(_is_history, part))


def _shape_mistake(found: Array, runs: list[Facts]) -> str:
    if found.size == 1:
        right = [run["accuracy"]["held_out"][-1] for run in runs if run["accuracy"]["held_out"]]
        best = bool(right) and abs(float(found.ravel()[0]) - max(right)) < 1e-6
        return "One number came back in place of k scores" + (
            ", that of the best fold. The best of several draws flatters: it says how lucky "
            "a fold can be. Return all of them."
            if best
            else ". A mean hides how far the folds lie apart. Return the score of each fold; "
            "`summarize_scores` takes the mean."
        )
    if found.shape == (K, EPOCHS):
        return (
            "Each fold has a score for every epoch. The score of a fold is one number, that of its "
            "last epoch."
        )
    if found.shape == (K, 2):
        return (
            "Each score is a pair of numbers. `evaluate` returns the loss first and then the "
            "metrics; the score is the accuracy alone."
        )
    return f"The scores have the shape {found.shape}; with k={K}, ({K},) is expected."


def _score_mistakes(runs: list[Facts]) -> Iterator[tuple[list[float], str]]:
    """Yield what mistakes make of the scores, and what to say of each."""
    held_out = [run["accuracy"]["held_out"] for run in runs]
    learned = [run["accuracy"]["training"] for run in runs]
    last = [values[-1] for values in held_out]
    yield (
        [values[-1] for values in learned],
        "These are accuracies on the training digits, which each model has learned from. They say "
        "how well it remembers, not how well it reads. Take those of the held-out digits.",
    )
    yield (
        [max(values) for values in held_out],
        "These are the accuracies of the best epochs. Who picks the best epoch by the held-out "
        "digits has used them to choose, and reports the luckiest draw. Take the last epoch.",
    )
    yield (
        [run["loss"]["held_out"][-1] for run in runs],
        "These are losses on the held-out digits. A loss is no accuracy, and smaller is better. "
        "`evaluate` returns the loss first; a history keeps both by name.",
    )
    yield (
        [run["loss"]["training"][-1] for run in runs],
        "These are losses on the training digits. The score is the accuracy on the held-out ones.",
    )
    yield (
        [values[0] for values in held_out],
        "These are accuracies after the first epoch. The last item of a list has another index.",
    )
    yield (
        [float(np.mean(values)) for values in held_out],
        "These are means over the epochs. The early epochs belong to a model that had hardly begun "
        "to learn; the score is the accuracy after the last one.",
    )
    yield (
        [max(last)] * len(runs),
        "Every fold has got the score of the best fold. Each has its own.",
    )
    yield (
        [100 * value for value in last],
        "These scores are in percent. They are asked for as fractions from 0 to 1.",
    )
    yield (
        [1 - value for value in last],
        "These are error rates, the share that was read wrongly. The score is the share that was "
        "read rightly.",
    )
    yield (sorted(last), "The scores were sorted. Keep them in the order of the folds.")
    yield (sorted(last)[::-1], "The scores were sorted. Keep them in the order of the folds.")


def _score_mistake(found: Array, runs: list[Facts]) -> str:
    for values, message in _score_mistakes(runs):
        if np.allclose(found.astype(float), values, rtol=1e-5):
            return message
    right = [run["accuracy"]["held_out"][-1] for run in runs]
    if any(run["looked_elsewhere"] for run in runs):
        return (
            "Models were measured on images that are not among the given ones, such as the test "
            "set. The score of a fold is measured on the digits that it holds out."
        )
    return (
        f"The scores are {_in_words(found)}. After the last epoch, the models were right on "
        f"{_in_words(right)} of the held-out digits."
    )


def _in_words(values: Any) -> str:
    return ", ".join(f"{value:.4g}" for value in np.asarray(values, float))


def _history_mistake(histories: Any) -> str:
    """Say what is wrong with the histories; empty if nothing is."""
    if isinstance(histories, dict):
        return (
            "One history came back for all folds, so that those of the others are lost. A list "
            "with one for each fold is asked for."
        )
    if not isinstance(histories, list):
        return "The histories are no list. A list with one dictionary for each fold is asked for."
    if len(histories) != K:
        return f"With k={K}, {len(histories)} histories came back. Each fold has one."
    for history in histories:
        if isinstance(history, Opaque):
            return (
                f"A history is an object of the type {history.type_name}. What `fit` returns keeps "
                "the dictionary in its attribute `history`."
            )
        if not isinstance(history, dict):
            return "A history is no dictionary of lists, as the `history` of a Keras History is."
        lengths = {len(v) if isinstance(v, list | np.ndarray) else 0 for v in history.values()}
        if lengths != {EPOCHS}:
            return (
                f"With epochs={EPOCHS}, the lists of a history are to have {EPOCHS} values, one "
                f"for each epoch; the lengths {', '.join(map(str, sorted(lengths))) or 'of none'} "
                "were found (0 stands for a single number)."
            )
    return ""


def _agree_in_all(one: dict[Any, Any], other: dict[Any, Any]) -> bool:
    return one.keys() == other.keys() and all(np.array_equal(one[k], other[k]) for k in one)


# --- summarize_scores


@pytest.mark.question("summarize_scores", lesson="06-evaluate#spread")
class TestSummarizeScores:
    """Mean, sample standard deviation and standard error."""

    hints = (
        "Three numbers: where the folds lie, how far they lie apart, and how far their mean may be "
        "off. The third follows from the second and from how many folds there are.",
        "Compare with the example of the docstring. 0.0223… in place of 0.0258… means a division "
        "by K; 0.000666… is a variance. A standard error that is too small was divided twice, or "
        "by the number of digits.",
        "`np.std` has an argument `ddof`, the number that is taken off K in the denominator. The "
        "standard error divides by a square root; `len(scores)` is K.",
    )

    @pytest.mark.points(1)
    def test_mean_and_deviation_are_right(self, learner: Notebook) -> None:
        """Mean and standard deviation are right, that of a sample."""
        for scores in ([0.9, 0.94, 0.92, 0.96], [0.5, 1.0]):
            summary = _summary(learner, scores)
            for key in ("mean", "std"):
                _check_number(summary, key, scores)

    @pytest.mark.points(1)
    def test_the_standard_error_is_right(self, learner: Notebook) -> None:
        """The standard error is right."""
        for scores in ([0.9, 0.94, 0.92, 0.96], [0.5, 1.0]):
            _check_number(_summary(learner, scores), "standard_error", scores)

    @pytest.mark.points(1)
    def test_other_scores_are_summed_up_too(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for other scores, and leaves them as they were."""
        for scores in (
            rng.uniform(0.8, 1, 10),
            np.array([0.93, 0.93, 0.93], np.float32),
            np.array([0.875, 0.9375, 0.875, 0.75]),
        ):
            expected = reference.summarize_scores(scores)
            summary = _summary(learner, scores)
            for key in ("mean", "std", "standard_error"):
                found = array_from(summary[key], "summarize_scores", f'"{key}"')
                once = np.unique(scores)
                assert len(once) != 3 or not np.allclose(found, _right_number(key, once)), (
                    f'"{key}" is wrong where two folds have the same score: it seems to count '
                    "once. Each fold counts, whatever the others have."
                )
                assert agree(found.ravel(), [expected[key]], scale=0.01), (
                    f'For {len(scores)} other scores "{key}" differs from the reference.'
                )
        assert not learner.ask(probes.changed_arguments, "summarize_scores", rng.random(5)), (
            "`summarize_scores` changed the scores that it was given; they are still to be drawn."
        )


def _summary(learner: Notebook, scores: Any) -> dict[str, Any]:
    answer = learner.summarize_scores(scores)
    if isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], dict):
        answer = answer[0]  # a data frame with one row
    if not isinstance(answer, dict):
        numbers = array_from(answer, "summarize_scores")
        raise AssertionError(
            f"`summarize_scores` returned {numbers.size} bare number"
            f"{'s' * (numbers.size != 1)}. A dictionary is expected, in which each number has its "
            "name."
        )
    missing = [key for key in ("mean", "std", "standard_error") if key not in answer]
    assert not missing, (
        f'The dictionary has no "{missing[0]}". Its keys are {", ".join(map(str, answer))}.'
    )
    return answer


def _check_number(summary: dict[str, Any], key: str, scores: list[float]) -> None:
    found = array_from(summary[key], "summarize_scores", f'"{key}"')
    assert found.size == 1, f'"{key}" holds {found.size} numbers; one is expected.'
    value = float(found.ravel()[0])
    right = _right_number(key, scores)
    if np.isclose(value, right, rtol=1e-5):
        return
    told = f'"{key}" of the scores {_in_words(scores)} is {value:.5g}, {right:.5g} is expected: '
    for other, message in _number_mistakes(key, scores):
        if np.isclose(value, other, rtol=1e-5):
            raise AssertionError(told + message)
    if value in (round(right, 2), round(right, 3)):
        raise AssertionError(told + "it was rounded. Round where a number is shown, not before.")
    raise AssertionError(told + "compute it by hand once for the example of the docstring.")


def _right_number(key: str, scores: Any) -> float:
    deviation = float(np.std(scores, ddof=1))
    return {
        "mean": float(np.mean(scores)),
        "std": deviation,
        "standard_error": deviation / np.sqrt(len(scores)),
    }[key]


def _number_mistakes(key: str, scores: list[float]) -> Iterator[tuple[float, str]]:
    k, deviation = len(scores), float(np.std(scores, ddof=1))
    if key == "mean":
        yield (float(np.max(scores)), "this is the best fold, which says how lucky one can be.")
        yield (float(np.median(scores)), "this is the median.")
        yield (float(np.sum(scores)), "this is the sum.")
        yield (100 * float(np.mean(scores)), "this is in percent.")
    elif key == "std":
        yield (
            float(np.std(scores)),
            "it was divided by K. The mean was computed from the same scores, which leaves K - 1 "
            "degrees of freedom: look up `ddof`.",
        )
        yield (deviation**2, "this is the variance, in squared units. Its root is missing.")
        yield (float(np.var(scores)), "this is a variance, and it was divided by K.")
        yield (
            deviation / np.sqrt(k),
            "this is the standard error. The deviation of single folds does not shrink when there "
            "are more of them.",
        )
        yield (float(np.ptp(scores)), "this is the range, from the worst fold to the best.")
        yield (
            float(np.mean(np.abs(np.array(scores) - np.mean(scores)))),
            "this is the mean of the absolute distances; the squares are missing.",
        )
        yield (100 * deviation, "this is in percent.")
    else:
        if k == 2:  # whoever divides by K was told so before, of other scores
            yield (
                deviation / 2,
                "it was divided by 2, which is √K for four folds. How many there are differs.",
            )
        yield (100 * deviation / np.sqrt(k), "this is in percent.")
        yield (
            deviation / k,
            "it was divided by K. The spread of a mean shrinks with the *root* of K.",
        )
        yield (
            float(np.std(scores)) / np.sqrt(k),
            "the standard deviation in it was divided by K, not by K - 1.",
        )
        yield (deviation, "this is the standard deviation. Nothing was divided by √K.")
        yield (
            deviation / np.sqrt(k - 1),
            "it was divided by √(K - 1). The 1 belongs in the standard deviation alone.",
        )
        yield (
            1.96 * deviation / np.sqrt(k),
            "this is 1.96 standard errors, half of an interval that takes the folds for "
            "independent. They are not; the standard error alone is asked for.",
        )
        yield (float(np.var(scores, ddof=1)) / np.sqrt(k), "the variance was divided by √K.")
        for n in (4_000, 800, 60_000, 12_000, 10_000):
            yield (
                deviation / np.sqrt(n),
                f"it was divided by the root of {n:,}, a number of digits. The scores are K "
                "numbers, and how many digits stand behind each is in their spread already.",
            )


# --- plot_fold_scores


@pytest.mark.question("plot_fold_scores", lesson="06-evaluate#draw")
class TestPlotFoldScores:
    """Every fold on one set of axes, judged by what is on them."""

    hints = (
        "One mark for each fold, at the height of its accuracy; so few numbers need no summary.",
        "Count the marks: a line without markers and a box have none, and a histogram counts "
        "scores in place of showing them. If a mark is missing, look at the limits of the axes.",
        '`axes.plot(…, "o")` draws points and `axes.bar(…)` bars. Both take where the marks stand, '
        "from 1 to the number of scores, and how high. `axes.set(…)` takes title and labels.",
    )

    @pytest.mark.points(1)
    def test_every_fold_is_drawn(self, learner: Notebook) -> None:
        """Each fold is a bar or a point at its accuracy; a title and labels say what is shown."""
        scores = [0.91, 0.956, 0.932, 0.948, 0.925]
        axes = _check_marks(_drawn(learner, scores)[0], scores)
        assert axes["title"] or axes["figure_title"], (
            "The plot has no title. A reader cannot know what the marks stand for."
        )
        for name in ("x", "y"):
            assert axes[f"{name}label"] or axes[f"figure_{name}label"], (
                f"The {'horizontal' if name == 'x' else 'vertical'} axis has no label. Say what "
                "its numbers count or measure."
            )

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_other_scores_are_drawn_and_left_alone(
        self, learner: Notebook, rng: np.random.Generator
    ) -> None:
        """It draws whichever scores it is given, and does not change them."""
        few, many = [0.62, 0.41, 0.585], rng.uniform(0.3, 0.99, 10)
        many[6] = many[3]
        _check_marks(_drawn(learner, few)[0], few)
        drawn, changed = _drawn(learner, many)
        _check_marks(drawn, many)
        assert not changed, (
            "`plot_fold_scores` changed the scores that it was given. A plot only looks."
        )


def _drawn(learner: Notebook, scores: Any) -> tuple[list[Facts], list[int]]:
    """Return the axes with something on them, and which arguments were changed."""
    drawn = learner.ask(probes.describe_axes, "plot_fold_scores", scores)
    axes = [ax for ax in drawn["axes"] if _has_content(ax)]
    assert axes, (
        "Nothing is drawn. The figures of `plot_fold_scores` were looked at, shown or not: they "
        "hold neither bars nor points."
    )
    return axes, drawn["changed_arguments"]


def _has_content(ax: Facts) -> bool:
    return bool(len(ax["bars"]) or ax["lines"] or ax["points"] or len(ax["segments"]))


def _check_marks(axes: list[Facts], scores: Any) -> Facts:
    """Return the axes on which each score has its mark, or say what is there instead."""
    values = np.asarray(scores, float)
    for ax in axes:
        for places, heights, limits in _kinds_of_marks(ax):
            shown = heights / 100 if np.min(heights, initial=9) > 1.5 else heights
            if not _are_the_scores(places, shown, values):
                continue
            low, high = sorted(limits)
            assert np.all((heights >= low) & (heights <= high)), (
                f"The axis runs from {low:.3g} to {high:.3g}, and some folds lie outside: they are "
                "cut off. Let the axis hold every score."
            )
            return ax
    raise AssertionError(_marks_mistake(axes, values))


def _kinds_of_marks(ax: Facts) -> Iterator[tuple[Array, Array, Array]]:
    """Yield marks that may be folds: where they stand, how high, and the limits of that axis."""
    bars = ax["bars"]
    points = [np.stack([line["x"], line["y"]], axis=1) for line in _with_markers(ax)]
    points += ax["points"]
    groups = [*points, np.concatenate(points)] if points else []
    for xy in groups:
        xy = xy[np.isfinite(xy).all(axis=1)]
        yield xy[:, 0], xy[:, 1], ax["ylim"]
        yield xy[:, 1], xy[:, 0], ax["xlim"]
    if len(bars):
        left, lower, width, height = bars.T
        yield left + width / 2, lower + height, ax["ylim"]
        yield lower + height / 2, left + width, ax["xlim"]


def _with_markers(ax: Facts) -> list[Facts]:
    return [line for line in ax["lines"] if _has_markers(line)]


def _has_markers(line: Facts) -> bool:
    return line["marker"] not in ("None", "none", "", " ")


def _are_the_scores(places: Array, heights: Array, scores: Array) -> bool:
    """Tell whether marks show the scores, each once, in the order of the folds where they have one.

    One more mark at the mean does no harm.
    """
    order = np.argsort(places, kind="stable")
    places, heights = places[order], heights[order]
    if len(heights) == len(scores) + 1:
        extra = np.flatnonzero(np.isclose(heights, scores.mean()))
        if len(extra):
            places, heights = np.delete(places, extra[-1]), np.delete(heights, extra[-1])
    if len(heights) != len(scores):
        return False
    steps = np.diff(places)
    if len(steps) and np.allclose(steps, 1):
        return np.allclose(heights, scores, rtol=1e-5)
    return np.allclose(np.sort(heights), np.sort(scores), rtol=1e-5)


def _marks_mistake(axes: list[Facts], scores: Array) -> str:
    every = [(p, h) for ax in axes for p, h, _ in _kinds_of_marks(ax)]
    for _, heights in every:
        shown = heights / 100 if np.min(heights, initial=9) > 1.5 else heights
        if len(shown) != len(scores):
            continue
        if np.allclose(np.sort(shown), np.sort(scores), rtol=1e-5):
            return (
                "The scores were drawn in another order than that of the folds, so the numbers on "
                "the axis belong to other folds."
            )
        if np.allclose(shown, 1 - scores, rtol=1e-5):
            return "The marks show error rates, 1 − accuracy. The accuracies are asked for."
        if np.allclose(shown, np.cumsum(scores), rtol=1e-5):
            return "The marks only grow: the scores were added up. Each fold stands for itself."
        if np.allclose(shown, scores - scores.mean(), atol=1e-4):
            return (
                "The marks show how far each fold lies from the mean. How accurate the models are "
                "cannot be read from it; draw the accuracies themselves."
            )
    plain = [line for ax in axes for line in ax["lines"] if not _has_markers(line)]
    if any(len(line["y"]) == len(scores) and np.allclose(line["y"], scores) for line in plain):
        return (
            "The scores are joined by a line without points. A line says that there is something "
            "between fold 1 and fold 2. Draw a mark for each fold."
        )
    for ax in axes:
        bars = ax["bars"]
        counts = bars[:, 3] if len(bars) else np.zeros(0)
        if len(bars) > 1 and np.allclose(counts, np.round(counts)) and counts.sum() == len(scores):
            return (
                "This is a histogram: its bars count how many folds have about the same score. "
                "With so few of them each can be drawn by itself."
            )
    if any(np.allclose(h, scores.mean(), rtol=1e-5) for _, h in every if len(h) == 1):
        return (
            "Only the mean is drawn. How far the folds lie apart, and whether one lies far off, "
            "is what the plot is for: draw every fold."
        )
    if len(plain) >= 4:
        return (
            "A box shows five numbers about the scores and not the scores. With so few folds, draw "
            "a point for each beside it."
        )
    panels = [{len(heights) for _, heights, _ in _kinds_of_marks(ax)} for ax in axes]
    if len(axes) == len(scores) and all(1 in sizes for sizes in panels):
        return (
            "Each fold has axes of its own, with limits of their own. On one set of axes they can "
            "be compared at a glance."
        )
    most = max((len(heights) for _, heights in every), default=0)
    once = np.unique(scores)
    if len(once) < len(scores) and any(
        len(heights) == len(once) and np.allclose(np.sort(heights), once) for _, heights in every
    ):
        return (
            f"Two of the {len(scores)} folds have the same score, and only {len(once)} marks are "
            "drawn: equal scores became one. Each fold has its own mark, whatever the others have."
        )
    if most and most != len(scores):
        return (
            f"There are {most} marks for {len(scores)} folds. Each fold is asked for as one bar or "
            "one point, the first and the last too."
        )
    return (
        "The bars or points do not stand at the accuracies of the folds. Each fold is asked for as "
        "one mark at the height of its accuracy."
    )
