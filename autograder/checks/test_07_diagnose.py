"""Checks of 07_diagnose: a history as a table, its best epoch, a diagnosis, curves, mistakes."""

import re
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from

History = dict[str, list[float]]

KEYS = ("loss", "val_loss", "accuracy", "val_accuracy")
DIAGNOSES = ("overfitting", "underfitting", "good fit")


def _history(*curves: list[float]) -> History:
    """Return a history of four curves in the order of KEYS."""
    return dict(zip(KEYS, curves, strict=True))


# --- history_table


_FOUR_EPOCHS = _history(
    [1.20317, 0.50829, 0.20643, 0.10871],
    [0.90561, 0.45213, 0.40397, 0.48719],
    [0.60250, 0.85375, 0.94125, 0.97625],
    [0.72300, 0.86700, 0.88100, 0.89400],
)


def _rows(answer: Any, history: History) -> list[dict]:
    """Return the rows of a table, which has one for each epoch with all names in it."""
    assert answer is not None, (
        "`history_table` returned nothing (None). A table that is only printed cannot be worked "
        "with: return it."
    )
    assert not isinstance(answer, dict), (
        "One dictionary came: that is a table by columns, as the history itself is. Rows are asked "
        "for, one for each epoch."
    )
    is_list = isinstance(answer, list) and all(isinstance(row, dict) for row in answer)
    assert is_list or not isinstance(answer, list | np.ndarray), (
        "The rows have no names in them. Whoever reads the third number of a row has to guess "
        "what it is: make each row a dict, or the table a DataFrame."
    )
    assert is_list, (
        f"A value of the type {getattr(answer, 'type_name', type(answer).__name__)} came. A list "
        "of dicts or a DataFrame is expected."
    )
    epochs = len(history["loss"])
    assert answer, "The table has no rows."
    keys = set.intersection(*(set(row) for row in answer))
    assert "epoch" in keys, (
        'The rows have no "epoch". In a DataFrame it has to be a column: the index does not count '
        "as one."
    )
    lacking = [key for key in KEYS if key not in keys]
    assert not lacking, f"The rows lack {', '.join(lacking)}. All four numbers of an epoch count."
    assert len(answer) != epochs - 1, (
        f"There are {len(answer)} rows for {epochs} epochs: one is missing. A range ends before "
        "its last number."
    )
    assert len(answer) == epochs, (
        f"There are {len(answer)} rows for {epochs} epochs. Each epoch has one row."
    )
    return answer


def _column(rows: list[dict], key: str) -> np.ndarray:
    values = [row[key] for row in rows]
    assert not any(isinstance(value, str) for value in values), (
        f'"{key}" holds text. Text is for people to read: it cannot be compared or drawn. Leave '
        "the numbers as they are."
    )
    assert not any(isinstance(value, list | np.ndarray) for value in values), (
        f'"{key}" holds a whole list in each row. A row has the number of its own epoch.'
    )
    return array_from(values, "history_table", f'"{key}"')


def _check_table(answer: Any, history: History) -> None:
    rows = _rows(answer, history)
    numbers = _column(rows, "epoch")
    epochs = np.arange(1, len(rows) + 1)
    assert not np.array_equal(numbers, epochs - 1), (
        "The epochs are counted from 0. Positions in a list are; epochs are counted from 1, as in "
        "the lines that Keras prints."
    )
    assert np.array_equal(np.sort(numbers), epochs), (
        f"The epochs of the rows are {numbers.tolist()}. They should run from 1 to {len(rows)}."
    )
    assert np.array_equal(numbers, epochs), (
        "The rows are not in the order of the epochs. A table of a training run reads from the "
        "first epoch to the last."
    )
    for key in KEYS:
        found, expected = _column(rows, key), np.array(history[key])
        if agree(found, expected):
            continue
        other = next((name for name in KEYS if agree(found, history[name])), None)
        assert other is None, f'"{key}" holds the numbers of "{other}". They are not the same.'
        assert not agree(found, expected * 100), (
            f'"{key}" is in percent. Accuracies are fractions from 0 to 1 in Keras; keep them so.'
        )
        assert not np.allclose(found, expected, atol=0.006), (
            f'"{key}" is rounded: {found[0]:g} in place of {expected[0]:g}. Late epochs differ in '
            "their last digits only. Round when you print, not in the table."
        )
        raise AssertionError(
            f'In the first row "{key}" is {found[0]:g}, and the history says {expected[0]:g}.'
            if not agree(found[:1], expected[:1])
            else f'"{key}" does not hold the numbers of the history, epoch by epoch.'
        )


@pytest.mark.question("history_table", lesson="07-diagnose#history")
class TestHistoryTable:
    hints = (
        "The history is a table by columns. Turn it by a quarter: the first numbers of the four "
        "lists make the first row, the second numbers the second row.",
        "If the epochs start at 0, positions were taken for epochs. If a DataFrame lacks the "
        "epoch, it may be its index: make it a column. If the caller's history has one more key "
        "now, work on a copy.",
        "Loop over the positions of one list. For each position make a dict: the epoch is the "
        "position plus one, and each name goes with the number at that position in its list. Or "
        "make a DataFrame of the history and insert a column with np.arange, starting at 1.",
    )

    @pytest.mark.points(1)
    def test_four_epochs(self, learner):
        """Four epochs make four rows, counted from 1, each with its four numbers."""
        _check_table(learner.history_table(_FOUR_EPOCHS), _FOUR_EPOCHS)

    @pytest.mark.points(1)
    def test_any_length(self, learner, reference, rng):
        """One epoch and seven, with further keys: right, and the history stays as it was."""
        for epochs in (1, 7):
            history = {key: rng.random(epochs).tolist() for key in reversed(KEYS)}
            history["learning_rate"] = [0.001] * epochs
            wanted = reference.history_table(history)
            expected = {key: [row[key] for row in wanted] for key in KEYS}
            _check_table(learner.history_table(history), expected)
            assert not learner.ask(probes.changed_arguments, "history_table", history), (
                "The history that was handed in was changed. Whoever draws it afterwards finds "
                "something else in it. Build a new table."
            )


# --- best_epoch


_TIED = _history(
    [1.00, 0.60, 0.40, 0.30, 0.20, 0.15, 0.10, 0.12],
    [0.90, 0.60, 0.65, 0.40, 0.30, 0.30, 0.50, 0.45],
    [0.70, 0.80, 0.85, 0.90, 0.93, 0.95, 0.97, 0.96],
    [0.72, 0.80, 0.95, 0.90, 0.92, 0.91, 0.85, 0.84],
)


def _other_epochs(history: History) -> Iterator[tuple[float, str]]:
    """Yield what mistakes make of a history, and what to say of each."""
    val_loss = np.array(history["val_loss"])
    epochs = len(val_loss)
    yield (
        np.argmin(val_loss),
        "Counted from 0 that is the right one. A position in a list is one less than the number "
        "of the epoch.",
    )
    yield val_loss.min(), "That is the lowest val_loss itself. Say at which epoch it occurred."
    yield (
        epochs - np.argmin(val_loss[::-1]),
        "The lowest value occurs twice, and that is the last of them. The first is asked for: the "
        "epochs after it have brought nothing.",
    )
    yield (
        np.argmin(history["loss"]) + 1,
        "There the *training* loss is lowest, which falls nearly to the end whether or not the "
        "model gets better on other images. Go by the held-out ones.",
    )
    yield (
        np.argmax(val_loss) + 1,
        "There the loss is highest. Of a loss, the lowest value is the best.",
    )
    yield (
        np.argmax(history["val_accuracy"]) + 1,
        "There val_accuracy is highest. It is asked where val_loss is lowest, which also sees how "
        "sure the model was.",
    )
    yield epochs, "That is the last epoch. Held-out images may have been told better before."
    if val_loss.min() > 1:
        yield (
            0,
            "No epoch has that number. Was a loss too high for the value that the search began "
            "with? A loss has no upper end.",
        )
    nearly = np.argmax(val_loss <= 1.01 * val_loss.min())
    if nearly < np.argmin(val_loss):
        yield (
            nearly + 1,
            "There val_loss is nearly the lowest. Later it was lower still, if only by a little, "
            "and what counts as a little is not for this function to say.",
        )
    rises = np.flatnonzero(np.diff(val_loss) > 0)
    yield (
        rises[0] + 1 if len(rises) else epochs,
        "After it val_loss rises for the first time. It may fall again, and lower: look at all.",
    )


def _check_epoch(answer: Any, history: History, expected: int) -> None:
    found = array_from(answer, "best_epoch")
    assert found.size == 1, (
        f"`best_epoch` returned {found.size} numbers. One epoch is asked for, the first of those "
        "with the lowest val_loss."
    )
    epoch = found.item()
    if np.isclose(epoch, expected):
        return
    said = [text for value, text in _other_epochs(history) if np.isclose(epoch, value)]
    raise AssertionError(
        f"For a val_loss of {history['val_loss']} it says {epoch:g}. "
        # Several mistakes may give one epoch, and a wrong name would mislead.
        + (said[0] if len(said) == 1 else f"The lowest is {min(history['val_loss']):g}.")
    )


@pytest.mark.question("best_epoch", lesson="07-diagnose#best-epoch")
class TestBestEpoch:
    hints = (
        "Two things to decide: which of the four lists tells how well new images are read, and "
        "whether its best value is the largest or the smallest.",
        "One too small? Then a position was returned, counted from 0. The last epoch? Then it is "
        "the training loss that you look at, or no list at all.",
        "np.argmin gives the position of the smallest number, and the first of several. From a "
        "position to an epoch it is one step.",
    )

    @pytest.mark.points(1)
    def test_a_small_history(self, learner):
        """Eight epochs, two of which share the lowest val_loss: the first of them."""
        _check_epoch(learner.best_epoch(_TIED), _TIED, 5)

    @pytest.mark.points(1)
    def test_other_histories(self, learner, reference, rng):
        """Other histories: one epoch, one that only gets worse, large and nearly equal losses."""
        curves = [[0.7], [0.3, 0.5, 0.8], [np.inf, 0.4, 0.6], rng.random(12).round(3).tolist()]
        curves += [[38.0, 21.5, 30.0], [0.7, 0.8, 0.4003, 0.45, 0.4001, 0.55]]
        for val_loss in curves:
            falling = np.linspace(1, 0.1, len(val_loss)).tolist()
            history = _history(falling, val_loss, rng.random(len(val_loss)).tolist(), falling)
            expected = int(array_from(reference.best_epoch(history), "best_epoch"))
            _check_epoch(learner.best_epoch(history), history, expected)
        assert not learner.ask(probes.changed_arguments, "best_epoch", _TIED), (
            "The history that was handed in was changed, sorted, say. Then its numbers no longer "
            "belong to their epochs."
        )


# --- diagnose

# Each run, told by its name: the history, the target if one is given, the right diagnosis. All lie
# well away from the borders of the rules.
_RUNS: dict[str, tuple[History, float | None, str]] = {
    "training reaches 0.998 and held-out 0.87": (
        _history(
            [0.90, 0.40, 0.15, 0.06, 0.03, 0.02],
            [0.80, 0.52, 0.44, 0.42, 0.42, 0.43],
            [0.70, 0.88, 0.96, 0.985, 0.995, 0.998],
            [0.74, 0.83, 0.86, 0.865, 0.87, 0.87],
        ),
        None,
        "overfitting",
    ),
    "both accuracies end near 0.72": (
        _history(
            [1.90, 1.60, 1.40, 1.25, 1.15, 1.10],
            [1.80, 1.55, 1.35, 1.22, 1.13, 1.08],
            [0.40, 0.55, 0.63, 0.68, 0.70, 0.72],
            [0.45, 0.57, 0.64, 0.68, 0.70, 0.715],
        ),
        None,
        "underfitting",
    ),
    "training ends at 0.985 and held-out at 0.965": (
        _history(
            [0.70, 0.30, 0.18, 0.11, 0.08, 0.06],
            [0.40, 0.26, 0.18, 0.14, 0.120, 0.121],
            [0.78, 0.91, 0.945, 0.968, 0.978, 0.985],
            [0.87, 0.92, 0.945, 0.957, 0.963, 0.965],
        ),
        None,
        "good fit",
    ),
    "val_loss goes from 0.12 back to 0.20 while the training loss falls": (
        _history(
            [0.50, 0.20, 0.10, 0.05, 0.02, 0.01],
            [0.30, 0.15, 0.12, 0.14, 0.17, 0.20],
            [0.85, 0.94, 0.97, 0.985, 0.995, 0.999],
            [0.91, 0.955, 0.965, 0.968, 0.970, 0.972],
        ),
        None,
        "overfitting",
    ),
    "training ends at 0.86 and held-out at 0.94, with a target of 0.8": (
        _history(
            [1.30, 0.80, 0.60, 0.52, 0.47, 0.44],
            [0.60, 0.35, 0.27, 0.23, 0.21, 0.20],
            [0.55, 0.74, 0.80, 0.83, 0.85, 0.86],
            [0.82, 0.89, 0.915, 0.93, 0.937, 0.94],
        ),
        0.8,
        "good fit",
    ),
    "training ends at 0.9 and held-out at 0.78": (
        _history(
            [1.50, 0.90, 0.60, 0.45, 0.38, 0.33],
            [1.40, 1.00, 0.80, 0.72, 0.70, 0.70],
            [0.50, 0.70, 0.80, 0.85, 0.88, 0.90],
            [0.52, 0.66, 0.73, 0.76, 0.77, 0.78],
        ),
        None,
        "overfitting",
    ),
    "both losses rise again, and both accuracies fall back to 0.55": (
        _history(
            [0.60, 0.25, 0.12, 1.20, 1.30, 1.40],
            [0.30, 0.20, 0.15, 1.25, 1.35, 1.45],
            [0.80, 0.93, 0.97, 0.58, 0.56, 0.55],
            [0.90, 0.94, 0.96, 0.57, 0.55, 0.54],
        ),
        None,
        "underfitting",
    ),
    "training ends at 0.965 and held-out at 0.935": (
        _history(
            [0.80, 0.40, 0.25, 0.18, 0.14, 0.12],
            [0.50, 0.36, 0.29, 0.25, 0.235, 0.230],
            [0.75, 0.88, 0.92, 0.945, 0.957, 0.965],
            [0.84, 0.89, 0.91, 0.925, 0.932, 0.935],
        ),
        None,
        "good fit",
    ),
    "training ends at 0.72, with a target of 0.6": (
        _history(
            [1.90, 1.60, 1.40, 1.25, 1.15, 1.10],
            [1.80, 1.55, 1.35, 1.22, 1.13, 1.08],
            [0.40, 0.55, 0.63, 0.68, 0.70, 0.72],
            [0.45, 0.57, 0.64, 0.68, 0.70, 0.715],
        ),
        0.6,
        "good fit",
    ),
    "both losses rise again, and end lower than they began": (
        _history(
            [2.00, 0.50, 0.20, 0.45, 0.60, 0.70],
            [1.20, 0.40, 0.25, 0.50, 0.62, 0.72],
            [0.40, 0.85, 0.94, 0.87, 0.83, 0.80],
            [0.65, 0.88, 0.925, 0.86, 0.82, 0.79],
        ),
        None,
        "underfitting",
    ),
    "val_loss goes from 2 back to 2.12, and both accuracies end near 0.3": (
        _history(
            [2.28, 2.05, 1.90, 1.83, 1.78, 1.74],
            [2.30, 2.10, 2.00, 2.04, 2.08, 2.12],
            [0.12, 0.22, 0.27, 0.30, 0.32, 0.33],
            [0.11, 0.20, 0.25, 0.27, 0.29, 0.30],
        ),
        None,
        "underfitting",
    ),
}
_PLAIN = tuple(_RUNS)[:3]


def _facts(history: History, target: float | None) -> SimpleNamespace:
    """Return what diagnoses may be built from, rightly or wrongly."""
    h = {key: np.array(values) for key, values in history.items()}
    loss, val_loss, accuracy, val_accuracy = (h[key][-1] for key in KEYS)
    best, target = h["val_loss"].argmin(), target or 0.95
    rose = val_loss > 1.1 * h["val_loss"][best]
    return SimpleNamespace(
        gap=accuracy - val_accuracy,
        first_gap=h["accuracy"][0] - h["val_accuracy"][0],
        highest_gap=h["accuracy"].max() - h["val_accuracy"].max(),
        mixed_gap=accuracy - val_loss,
        loss_gap=val_loss - loss,
        rose=rose,
        worse=rose and loss < h["loss"][best],
        worse_since_first=rose and loss < h["loss"][0],
        worse_by_a_tenth=val_loss > h["val_loss"][best] + 0.1 and loss < h["loss"][best],
        low=accuracy < target,
        low_at_first=h["accuracy"][0] < target,
        low_at_best=h["accuracy"].max() < target,
        low_held_out=val_accuracy < target,
        low_for_095=accuracy < 0.95,
    )


def _say(over: bool, under: bool) -> str:
    return DIAGNOSES[0] if over else DIAGNOSES[1] if under else DIAGNOSES[2]


# Rules that people follow in place of the docstring's, and what to say of each.
_OTHER_RULES: tuple[tuple[Callable[[SimpleNamespace], str], str], ...] = (
    (
        lambda f: _say(f.gap > 0 or f.worse, f.low),
        "Your answers call any gap overfitting. A model nearly always does a little better on "
        "images that it has learned from; only a large gap tells something.",
    ),
    (
        lambda f: _say(abs(f.gap) > 0.05 or f.worse, f.low),
        "Your answers do not see which curve is the upper one. Held-out images that are told "
        "better than training images are no overfitting: dropout, for one, works against the "
        "training numbers only.",
    ),
    (
        lambda f: _say(f.gap < -0.05 or f.worse, f.low),
        "The two accuracies have changed places in the difference: it is overfitting where the "
        "training accuracy is the higher one.",
    ),
    (
        lambda f: _say(f.gap > 0.05, f.low),
        "Your answers look at the gap in accuracy alone. Held-out images can get worse while it "
        "stays small: look at val_loss, too.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.rose, f.low),
        "Your answers call it overfitting whenever val_loss has risen. Where the training loss "
        "rises as well, the model has not learned its images by heart: it has come apart, often "
        "by a learning rate that is too high.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.worse_since_first, f.low),
        "Your answers ask whether the training loss has fallen since the first epoch, which it "
        "nearly always has. The docstring asks what it did *since then*: after val_loss had been "
        "lowest.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.worse_by_a_tenth, f.low),
        "Your answers ask for a val_loss that has risen by 0.1. How much that is depends on the "
        "loss: 0.1 is little beside 2 and much beside 0.05. The docstring compares by a factor.",
    ),
    (
        lambda f: _say(f.worse, f.low),
        "The gap in accuracy plays no part in your answers. A val_loss that stays level beside a "
        "nearly perfect training accuracy is overfitting, too. Accuracies are fractions here: a "
        "gap of five points is 0.05.",
    ),
    (
        lambda f: _say((f.gap > 0.05 or f.worse) and not f.low, f.low),
        "Your answers ask for underfitting first. A model may be short of the target and far "
        "better on its own images than on others; the docstring names the order of the questions.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.worse, f.low_for_095),
        "Your answers are the same for every target. It is an argument: 0.95 holds only where "
        "nothing else is said.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.worse, f.low_held_out),
        "Your answers hold the target against val_accuracy. Underfitting means that not even the "
        "training images are fitted, so it is their accuracy that counts.",
    ),
    (
        lambda f: _say(f.highest_gap > 0.05 or f.worse, f.low_at_best),
        "Your answers go by the best epochs. What you have in hand is the model of the last one.",
    ),
    (
        lambda f: _say(f.first_gap > 0.05 or f.worse, f.low_at_first),
        "Your answers go by the first epoch, where everything has yet to be learned. The last one "
        "counts.",
    ),
    (
        lambda f: _say(f.mixed_gap > 0.05 or f.worse, f.low),
        "It looks as if an accuracy were compared with a loss. They have different units, so their "
        "difference means nothing. Compare accuracy with accuracy and loss with loss.",
    ),
    (
        lambda f: _say(f.loss_gap > 0.05 or f.worse, f.low),
        "The gap seems to be taken between the two losses. A difference of 0.05 is meant between "
        "the accuracies; losses have no such scale.",
    ),
    (
        lambda f: _say(f.gap > 0.05 or f.worse, False),
        "Underfitting is never your answer. A model that stays below the target on its own "
        "training images has not learned enough.",
    ),
)


def _diagnosis(learner: Notebook, history: History, target: float | None) -> str:
    answer = learner.diagnose(history) if target is None else learner.diagnose(history, target)
    assert answer is not None, (
        "`diagnose` returned nothing (None), for one run at least. What a function has found "
        "leaves it by `return`, whichever way it takes."
    )
    assert isinstance(answer, str), (
        f"`diagnose` returned {answer!r}. One of three texts is expected: {', '.join(DIAGNOSES)}."
    )
    said = re.sub(r"[\W_]+", " ", answer).strip().lower()
    assert said in DIAGNOSES, (
        f"`diagnose` said “{answer[:60]}”. Whoever compares the answer needs one of these words, "
        f"exactly: {', '.join(DIAGNOSES)}."
    )
    return said


def _check_runs(learner: Notebook, names: tuple[str, ...]) -> None:
    answers = {name: _diagnosis(learner, *_RUNS[name][:2]) for name in names}
    wrong = next((name for name in names if answers[name] != _RUNS[name][2]), None)
    if wrong is None:
        return
    # A wrong rule is known by all its answers together.
    all_answers = [_diagnosis(learner, *run[:2]) for run in _RUNS.values()]
    facts = [_facts(*run[:2]) for run in _RUNS.values()]
    named = [text for rule, text in _OTHER_RULES if [*map(rule, facts)] == all_answers]
    raise AssertionError(
        f"Of a run where {wrong}, it says “{answers[wrong]}”. By the rules of the docstring it is "
        f"“{_RUNS[wrong][2]}”. {' '.join(named)}".strip()
    )


@pytest.mark.question("diagnose", lesson="07-diagnose#three-diagnoses")
class TestDiagnose:
    hints = (
        "Ask the questions in the order of the docstring and stop at the first that is answered "
        "with yes. Each looks at the last epoch, and one also at the best.",
        "A small gap called overfitting? Then the limit of 0.05 is missing. Right where the gap "
        "is large and wrong where val_loss rises? Then the second half of the first rule is. Good "
        "for 0.95 only? The target is an argument.",
        "The last value of a list stands at position -1. The gap is a difference of two of them. "
        "For the other half, take the position of the lowest val_loss, and compare both losses "
        "there with both losses at the end, joined by `and`.",
    )

    @pytest.mark.points(1)
    def test_three_clear_runs(self, learner):
        """Three clear runs: one overfits, one underfits, one fits well."""
        _check_runs(learner, _PLAIN)

    @pytest.mark.points(1)
    def test_runs_that_mislead(self, learner):
        """Small gaps, held-out above training, a rising val_loss, other targets."""
        _check_runs(learner, tuple(_RUNS)[len(_PLAIN) :])

    @pytest.mark.points(1)
    def test_other_runs(self, learner, reference, rng):
        """Other runs of other lengths, with further keys; the history stays as it was."""
        for epochs in (5, 30):
            for name, (history, target, _) in _RUNS.items():
                longer = _longer(history, epochs, rng)
                expected = _diagnosis(reference, longer, target)
                said = _diagnosis(learner, longer, target)
                assert said == expected, (
                    f"Of another run, of {epochs} epochs, where {name}, it says “{said}” and not "
                    f"“{expected}”."
                )
        assert not learner.ask(probes.changed_arguments, "diagnose", longer), (
            "The history that was handed in was changed. A diagnosis only looks."
        )


def _longer(history: History, epochs: int, rng: np.random.Generator) -> dict[str, list[float]]:
    """Return a history of the same kind and ends with another number of epochs."""
    at = np.linspace(0, 5, epochs)
    curves = {
        key: np.interp(at, np.arange(6), values) * rng.uniform(0.998, 1.002)
        for key, values in history.items()
    }
    return {key: curve.tolist() for key, curve in curves.items()} | {"seconds": [1.5] * epochs}


# --- confusion_matrix


def _counts(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    return np.array(
        [
            [np.sum((labels == row) & (predictions == column)) for column in range(classes)]
            for row in range(classes)
        ]
    )


def _other_matrices(counts: np.ndarray) -> Iterator[tuple[np.ndarray, str]]:
    """Yield what mistakes make of a confusion matrix, and what to say of each."""
    c = counts.astype(float)
    yield (
        c.T,
        "Rows and columns have changed places: a row is a true class, a column a predicted one. "
        "Recall and precision would change places with them.",
    )
    yield (
        (c > 0),
        "No count is above 1, though some pairs occur several times. `matrix[labels, predictions] "
        "+= 1` reads all old values before it writes, so a pair that comes twice is counted once.",
    )
    for total in (c.sum(axis=1, keepdims=True), c.sum(axis=0, keepdims=True), c.sum()):
        yield (
            np.nan_to_num(c / np.where(total, total, np.nan)),
            "These are shares. Counts are asked for: they say how many images stand behind a "
            "share, and shares can be made of them later.",
        )
    yield (
        c - np.diag(np.diag(c)),
        "The diagonal is empty. What was told rightly is counted too, or no share can be taken.",
    )
    yield (
        np.diag(np.diag(c)),
        "Only the diagonal is filled. The rest is the point of it: what was taken for what.",
    )
    yield (
        c % 256,
        "Counts above 255 have begun again at 0: the table holds bytes, perhaps because the labels "
        "are bytes. Counts need a type that reaches further.",
    )
    yield c - 1, "Every count is one too small."
    yield c + 1, "Every count is one too large: the matrix does not start with zeros."


def _check_matrix(answer: Any, labels: np.ndarray, predictions: np.ndarray, classes: int) -> None:
    expected = _counts(labels, predictions, classes)
    found = array_from(answer, "confusion_matrix")
    occurring = len(np.union1d(labels, predictions))
    start = f"With num_classes={classes} the matrix has the shape {found.shape}."
    assert found.ndim > 0, (
        f"One number came, {found.item():g}. A table is asked for: for each pair of a true and a "
        "predicted class, how often it occurs."
    )
    assert found.shape != expected.shape[:1], (
        f"{start} That is one number for each class. A row for each true class is asked for, with "
        "a column for each predicted one."
    )
    assert max(found.shape) >= classes, (
        f"{start} Classes that do not occur, here {classes - occurring} of {classes}, have "
        "a row and a column as well, full of zeros. Else row 3 need not be the digit 3."
    )
    assert found.shape == expected.shape, (
        f"{start} It should be {expected.shape}: `num_classes` says how many rows and columns."
    )
    if agree(found.astype(float), expected):
        return
    assert np.ptp(found, axis=0).any(), (
        "All rows are alike. `[[0] * n] * n` is one row, held n times: what is added to one is "
        "added to all. Make each row anew."
    )
    for wrong, text in _other_matrices(expected):
        if agree(found.astype(float), wrong) and not agree(wrong, expected):
            raise AssertionError(text)
    # What becomes of a place in the flattened table that is computed in bytes.
    rows = labels.astype(int) * classes % 256
    for places in (rows + predictions, (rows + predictions) % 256):
        wrapped = np.bincount(places, minlength=expected.size)[: expected.size]
        assert not agree(found.astype(float).ravel(), wrapped), (
            f"With num_classes={classes} some images are counted in the wrong row. The labels are "
            "bytes here, and what is computed with bytes begins again at 0 after 255."
        )
    raise AssertionError(
        f"The counts sum to {found.sum():g}, and there are {len(labels)} images. Each image counts "
        "once."
        if found.sum() != len(labels)
        else "The counts sum to the number of images, and some stand in the wrong place. Look at "
        "one image: its true class is the row, its predicted class the column."
    )


@pytest.mark.question("confusion_matrix", lesson="07-diagnose#confusion-matrix")
class TestConfusionMatrix:
    hints = (
        "Start with a table of zeros. Each image adds 1 at one place, and that place is named by "
        "its true class and its predicted class.",
        "Everything mirrored along the diagonal? Then rows and columns are swapped. No count above "
        "1? Then pairs that occur several times were added only once. Too small a table? Then its "
        "size was taken from the classes that occur.",
        "np.zeros gives the table. Loop over zip(labels, predictions) and add 1 at [row, column]; "
        "or hand both arrays to np.add.at, which counts repeated pairs rightly.",
    )

    @pytest.mark.points(1)
    def test_a_small_example(self, learner):
        """Ten images of three classes; the classes 3 and 4 do not occur."""
        labels = np.array([0, 0, 0, 1, 1, 1, 1, 2, 2, 2])
        predictions = np.array([0, 0, 1, 1, 1, 2, 2, 2, 0, 0])
        _check_matrix(learner.confusion_matrix(labels, predictions, 5), labels, predictions, 5)

    @pytest.mark.points(1)
    def test_ten_digits(self, learner, labels):
        """Sixty-four digits, a third of them taken for others; no number of classes is given."""
        predictions = np.where(np.arange(64) % 3 == 0, (7 * labels + 4) % 10, labels)
        answer = learner.confusion_matrix(labels.astype(np.uint8), predictions)
        _check_matrix(answer, labels, predictions, 10)

    @pytest.mark.points(1)
    def test_other_digits(self, learner, reference, rng):
        """Other numbers of images and classes agree with the reference; nothing is changed."""
        labels, predictions = rng.integers(0, 7, (2, 60))
        changed = learner.ask(probes.changed_arguments, "confusion_matrix", labels, predictions)
        assert not changed, (
            "The labels or the predictions were changed. Whoever looks for the mistakes afterwards "
            "finds others. Work on a copy."
        )
        for images, classes, kind in (
            (200, 10, int),
            (1, 10, int),
            (60, 7, int),
            (1500, 2, np.uint8),
            (300, 30, np.uint8),
        ):
            labels, predictions = rng.integers(0, classes, (2, images))
            labels = labels.astype(kind)
            answer = learner.confusion_matrix(labels, predictions, num_classes=classes)
            expected = array_from(reference.confusion_matrix(labels, predictions, classes), "…")
            _check_matrix(answer, labels, predictions, classes)
            assert agree(array_from(answer, "confusion_matrix").astype(float), expected)


# --- per_class_recall


def _other_recalls(matrix: np.ndarray) -> Iterator[tuple[np.ndarray, str]]:
    """Yield what mistakes make of a confusion matrix, and what to say of each."""
    m = matrix.astype(float)
    right, rows, columns = np.diag(m), m.sum(axis=1), m.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        recall = right / rows
        yield (
            right / columns,
            "This is precision: of all images that were called so, the share that is. Recall asks "
            "of all images that are so which share was found, and divides by the row.",
        )
        yield (
            recall * 100,
            "These are percentages. A share is a number from 0 to 1; write it as a percentage when "
            "you print it.",
        )
        yield (
            right / m.sum(),
            "The diagonal was divided by the number of all images. Each class has its own number "
            "of images, the sum of its row.",
        )
        yield (
            1 - recall,
            "This is the share that was missed. Recall is the share that was found.",
        )
        yield (
            right // rows,
            "Only whole numbers came out: `//` cuts off everything behind the point.",
        )
        yield right, "These are the counts of the diagonal. Divide each by its row's sum."
        yield (
            2 * right / (rows + columns),
            "This is the F1 score, which mixes recall and precision. Recall alone is asked for.",
        )


def _check_recall(answer: Any, matrix: np.ndarray) -> None:
    classes, rows = len(matrix), matrix.sum(axis=1)
    expected = np.where(rows > 0, np.diag(matrix) / np.maximum(rows, 1), np.nan)
    if isinstance(answer, list):
        assert None not in answer, (
            "A class without images got None. Nothing can be computed with None; NaN is the "
            "number that says “not known”."
        )
    assert not isinstance(answer, dict), (
        "A dictionary came. An array is expected, with the recall of class i at position i."
    )
    found = array_from(answer, "per_class_recall")
    assert found.ndim > 0, (
        f"One number came, {found.item():g}. It hides which classes are hard: each class has a "
        "recall of its own."
    )
    assert found.shape != matrix.shape, (
        f"The answer has the shape {found.shape}, like the matrix: all of its entries were "
        "divided. Recall takes the diagonal."
    )
    assert found.size != classes or found.ndim == 1, (
        f"The answer has the shape {found.shape}. One row is expected, ({classes},), so that class "
        "i is found at position i."
    )
    assert found.shape == (classes,), (
        f"The answer has the shape {found.shape} for {classes} classes. Each has a place, also one "
        "without any images; without it, all that follow move up."
    )
    if agree(found, expected):
        return
    for wrong, text in _other_recalls(matrix):
        # Whatever became of empty rows: that is another mistake.
        if agree(found[rows > 0], wrong[rows > 0]) and not agree(
            wrong[rows > 0], expected[rows > 0]
        ):
            raise AssertionError(text)
    empty = found[rows == 0]
    assert not agree(found[rows > 0], expected[rows > 0]), (
        f"A class without images got {empty[0]:g}. None of 0 images was found and none was missed: "
        "its recall is not known, which is written NaN."
    )
    assert not np.allclose(found, expected, atol=0.006, equal_nan=True), (
        "The shares are rounded. Round when you print: two classes may differ in the third digit."
    )
    assert classes <= 10 or not agree(found[:10], expected[:10]), (
        f"Of {classes} classes the first ten are right, and the others were not looked at. How "
        "many classes there are is told by the matrix."
    )
    first = int(np.flatnonzero(~np.isclose(found, expected, equal_nan=True))[0])
    raise AssertionError(
        f"The recall of class {first} is {found[first]:g}; {matrix[first, first]} of "
        f"{rows[first]} were found."
    )


@pytest.mark.question("per_class_recall", lesson="07-diagnose#recall")
class TestPerClassRecall:
    hints = (
        "Of all images that are of a class, which share was found? How many there are stands in "
        "one row; how many of them were found stands on the diagonal.",
        "Wrong unless the matrix is symmetric? Then columns were summed. An error or a 0 for a "
        "class without images? A row of zeros has no share: answer NaN.",
        "np.diagonal gives what was found, and matrix.sum with the axis that runs along a row "
        "gives how many there are. Dividing 0 by 0 in NumPy gives NaN by itself, with a warning; "
        "np.divide with `where` does without it.",
    )

    @pytest.mark.points(1)
    def test_three_classes(self, learner):
        """Three classes, all of them with images."""
        matrix = np.array([[6, 1, 3], [0, 4, 1], [2, 3, 0]])
        _check_recall(learner.per_class_recall(matrix), matrix)

    @pytest.mark.points(1)
    def test_an_empty_row(self, learner):
        """A class without images has the recall NaN, also if others were taken for it."""
        matrix = np.array([[7, 0, 1, 0], [0, 0, 0, 0], [1, 2, 2, 0], [0, 0, 4, 1]])
        try:
            answer = learner.per_class_recall(matrix)
        except LearnerError as error:
            if error.kind != "ZeroDivisionError":
                raise
            raise AssertionError(
                "A row of zeros made Python divide by 0. Such a class has no recall: answer NaN."
            ) from error
        _check_recall(answer, matrix)

    @pytest.mark.points(1)
    def test_ten_classes(self, learner, reference, rng):
        """Ten classes, and twelve, agree with the reference; the matrix stays as it was."""
        for classes in (12, 10):
            matrix = rng.integers(0, 9, (classes, classes))
            matrix += np.diag(rng.integers(20, 90, classes))
            matrix[rng.integers(10)] = 0
            answer = learner.per_class_recall(matrix)
            _check_recall(answer, matrix)
            assert agree(
                array_from(answer, "per_class_recall"),
                array_from(reference.per_class_recall(matrix), "per_class_recall"),
            )
        assert not learner.ask(probes.changed_arguments, "per_class_recall", matrix), (
            "The matrix was changed. Its counts are still needed. Let NumPy make a new array."
        )


# --- plot_learning_curves


def _fold(rng: np.random.Generator, epochs: int) -> History:
    """Return a history of a fold that overfits: val_loss rises again, and ends above 1.

    No two curves of it, or of two folds, are alike.
    """
    decay = np.exp(-np.arange(epochs) / 2)
    rise = 1.3 * np.linspace(0, 1, epochs) ** 2
    noise = rng.uniform(0, 0.03, (4, epochs))
    curves = (decay, 0.8 * decay + rise, 0.98 - decay / 3, 0.95 - decay / 3)
    return _history(
        *((curve + noise[i] / (1 if i < 2 else 3)).tolist() for i, curve in enumerate(curves))
    )


class _Line:
    """A line on some axes that shows a curve of a history, or none that was passed."""

    def __init__(self, axes: dict, y: np.ndarray, label: str, histories: list[History]) -> None:
        self.axes, self.y, self.label = axes, y, label
        self.fold, self.key = next(
            (
                (number, key)
                for number, history in enumerate(histories)
                for key in KEYS
                if agree(y, history[key])
                or (key.endswith("accuracy") and agree(y / 100, history[key]))
            ),
            (-1, ""),
        )

    @property
    def ends_in_view(self) -> bool:
        low, high = np.sort(self.axes["ylim"])
        return bool(low <= self.y[-1] <= high)

    @property
    def is_loss(self) -> bool:
        return self.key.endswith("loss")

    @property
    def is_held_out(self) -> bool:
        return self.key.startswith("val_")


def _lines(learner: Notebook, histories: list[History]) -> tuple[list[_Line], list[int]]:
    """Return the lines that were drawn, and which arguments were changed."""
    drawn = learner.ask(probes.describe_axes, "plot_learning_curves", histories)
    found = []
    for ax in drawn["axes"]:
        curves = [(np.asarray(line["y"]), line["label"]) for line in ax["lines"]]
        curves += [(np.asarray(points)[:, 1], "") for points in ax["points"]]
        # Shorter folds may have been filled up with NaN, which draws nothing.
        found += [_Line(ax, y[~np.isnan(y)], label, histories) for y, label in curves]
    assert found, (
        "There is not a line on any axes. The figures of `plot_learning_curves` were looked at, "
        "shown or not."
    )
    return found, drawn["changed_arguments"]


def _check_curves(lines: list[_Line], histories: list[History]) -> None:
    shown = {(line.fold, line.key) for line in lines if line.key}
    missing = {(fold, key) for fold in range(len(histories)) for key in KEYS} - shown
    assert not missing, _name_the_missing(lines, histories, missing)
    for line in lines:
        other = next(
            (o for o in lines if o.axes is line.axes and o.key and o.is_loss != line.is_loss), None
        )
        assert not line.key or other is None, (
            "Loss and accuracy stand on the same axes. One has no upper end and the other ends at "
            "1, so one of them is pressed flat, and no label fits both. Give each its own axes."
        )
    in_view = {(line.fold, line.key) for line in lines if line.key and line.ends_in_view}
    for line in lines:
        low, high = np.sort(line.axes["ylim"])
        assert not line.key or (line.fold, line.key) in in_view, (
            f"The end of a curve cannot be seen: {line.key} of fold {line.fold + 1} ends at "
            f"{line.y[-1]:.3g}, and its axis reaches from {low:.3g} to {high:.3g}. A run is judged "
            "by how it ends. Let the limits follow the numbers, which differ from run to run."
        )


def _name_the_missing(
    lines: list[_Line], histories: list[History], missing: set[tuple[int, str]]
) -> str:
    if any(
        0 < len(line.y) < len(histories[fold][key])
        and agree(line.y, histories[fold][key][: len(line.y)])
        for line in lines
        for fold, key in missing
    ):
        return (
            "A curve ends early: the last epochs of the longer histories are missing, and there "
            "overfitting would show. Folds may differ in length; draw each to its end."
        )
    folds, keys = {fold for fold, _ in missing}, {key for _, key in missing}
    everywhere = len(missing) == len(folds) * len(keys)
    last = len(histories) - 1
    if len(missing) == 4 * len(histories):
        shortest = min(len(history["loss"]) for history in histories)
        means = [np.mean([h[key][:shortest] for h in histories], axis=0) for key in KEYS]
        if any(agree(line.y, mean) for line in lines for mean in means):
            return (
                "The lines are means over the folds. A mean hides the one fold that goes its own "
                "way; draw each fold. A mean may be added to them."
            )
        return (
            "None of the lines shows the numbers of the histories that were passed. Were they "
            "smoothed, or is it another variable of the notebook that is drawn?"
        )
    if everywhere and len(keys) == 4:
        if folds == set(range(1, last + 1)):
            return "Only the first fold is drawn. The list has one history for each fold: draw all."
        if folds == set(range(last)):
            return (
                "Only the last fold is drawn. If each fold makes a new figure or clears the old "
                "one, or stands below the loop, the others are lost."
            )
    if everywhere and len(folds) == len(histories):
        for wanted, text in (
            (
                {"val_loss", "val_accuracy"},
                "the held-out images. Without them nobody can see whether the model overfits",
            ),
            (
                {"loss", "accuracy"},
                "the training images. A held-out curve alone does not tell "
                "underfitting from overfitting",
            ),
            (
                {"accuracy", "val_accuracy"},
                "the accuracy. It tells how many are right; the loss tells how sure the model was",
            ),
            (
                {"loss", "val_loss"},
                "the loss. It turns earlier than the accuracy does, since it "
                "sees how sure the model was",
            ),
        ):
            if keys == wanted:
                return f"The curves lack {text}."
    some = ", ".join(f"{key} of fold {fold + 1}" for fold, key in sorted(missing)[:3])
    return f"{len(missing)} of {4 * len(histories)} curves are not drawn as they are: {some}."


_HELD_OUT = re.compile(r"val|held|hold|test|unseen|not |new|other|dev\b", re.I)
_TRAINING = re.compile(r"train|fit|learn", re.I)
# Such a title explains the lines: "solid: training, dashed: held-out".
_STYLES = re.compile(r"solid|dash|dott|line|mark|thin|thick|faint|blue|orange|red|green|gray", re.I)


def _of_figures(lines: list[_Line]) -> list[list[_Line]]:
    numbers = sorted({line.axes["figure"] for line in lines})
    return [[line for line in lines if line.axes["figure"] == number] for number in numbers]


def _titles(axes: dict) -> list[str]:
    return [axes["title"], axes["ylabel"], axes["figure_title"], axes["figure_ylabel"]]


def _key_words(axes: dict) -> list[str]:
    return [*axes["legend"], *axes["figure_legend"], *axes["texts"]]


def _are_exchanged(training: set[str], held_out: set[str]) -> bool:
    """Tell whether the words for training lines mean held-out lines, and the other way round."""
    return (
        all(map(_HELD_OUT.search, training))
        and not any(map(_HELD_OUT.search, held_out))
        and all(map(_TRAINING.search, held_out))
    )


def _check_samples(learner: Notebook, histories: list[History]) -> None:
    """Check that in legends the words stand beside samples of the lines that they mean."""
    entries = learner.ask(probes.find_lines_of_legends, "plot_learning_curves", histories)
    kinds: tuple[set[str], set[str]] = (set(), set())
    for entry in entries:
        y = np.asarray(entry["y"])
        line = _Line({}, y[~np.isnan(y)], entry["words"], histories)
        if line.key:
            kinds[line.is_held_out].add(line.label)
    training, held_out = kinds[0] - kinds[1], kinds[1] - kinds[0]
    assert not training or not held_out or not _are_exchanged(training, held_out), (
        f"In the legend, “{min(training)}” stands beside a line of the training images. A legend "
        "that gets nothing but words hands them to the lines in the order in which these were "
        "drawn."
    )


def _check_words_for_kinds(lines: list[_Line]) -> None:
    """Check that in one figure words tell training lines from held-out lines."""
    keys = {text for line in lines for text in _key_words(line.axes)}
    kinds = [{line.label for line in lines if line.is_held_out == side} for side in (False, True)]
    training, held_out = (labels & keys for labels in kinds)
    if training and held_out and not training & held_out:
        assert not _are_exchanged(training, held_out), (
            "The legend has it the wrong way round: lines of the training images are called "
            f"“{min(training)}”."
        )
        return
    mixed = any(
        line.axes is other.axes and line.is_held_out != other.is_held_out
        for line in lines
        for other in lines
    )
    titles = {text for line in lines for text in _titles(line.axes) if text}
    words = keys | {text for text in titles if not mixed or _STYLES.search(text)}
    named = {bool(_HELD_OUT.search(text)) for text in words} | {
        False for text in words if _TRAINING.search(text)
    }
    if named >= {line.is_held_out for line in lines}:
        return
    labels = {text for text in set.union(*kinds) if not text.startswith("_")}
    assert keys or not labels, (
        "The lines have labels, and no legend shows them. A legend appears only where it is asked "
        "for, in each figure anew."
    )
    assert keys, (
        "Nothing says which lines are of the training images and which are of the held-out ones. "
        "Whoever mixes them up makes the opposite diagnosis. Give the lines labels, and show them "
        "in a legend."
    )
    raise AssertionError(
        f"The legend says {', '.join(sorted(keys)[:4])}. That does not tell training lines from "
        "held-out lines."
    )


def _check_words_for_axes(lines: list[_Line]) -> None:
    """Check that words tell which axes show the loss, and which the accuracy."""
    places = [{id(line.axes) for line in lines if line.is_loss == side} for side in (True, False)]
    if not all(places) or places[0] & places[1]:
        return  # one of them is missing, or they share axes: another check tells
    sides: list[set[str]] = []
    for is_loss in (True, False):
        words = set()
        for line in (line for line in lines if line.is_loss == is_loss):
            words |= {line.axes["title"], line.axes["ylabel"], *_key_words(line.axes)}
            others = [o for o in lines if o.axes["figure"] == line.axes["figure"]]
            if all(o.is_loss == is_loss for o in others):
                words |= {line.axes["figure_title"], line.axes["figure_ylabel"]}
        sides.append(words - {""})
    loss, accuracy = (words - other for words, other in (sides, sides[::-1]))
    is_told = bool(loss and accuracy)
    assert is_told, (
        "Nothing says which axes show the loss and which the accuracy. A title or a label on the "
        "vertical axis would."
    )
    of_loss, of_accuracy = (" ".join(sorted(words)).lower() for words in (loss, accuracy))
    assert not ("acc" in of_loss and "loss" not in of_loss and "loss" in of_accuracy), (
        "The words have changed places: the axes with the losses are called accuracy."
    )


@pytest.mark.question("plot_learning_curves", lesson="07-diagnose#curves")
class TestPlotLearningCurves:
    hints = (
        "Each fold has four lists to draw. Losses go on some axes and accuracies on others, "
        "because their units differ; training and held-out go together, because you compare them.",
        "Only one fold to be seen? Look at what stands inside the loop. No legend? Labels alone "
        "do not make one. An error with a single fold? `plt.subplots` gives an array of axes only "
        "where there are several, unless `squeeze=False`.",
        "`_, axes = plt.subplots(2, number_of_folds, squeeze=False)` gives axes[row, column]. For "
        "each fold and each of the two rows: plot the list with label=…, then the val_ list with "
        "another label. At the end a title, the labels of the axes, and legend().",
    )

    @pytest.mark.points(1)
    def test_every_fold_is_drawn(self, learner):
        """Three folds: loss and accuracy, training and held-out images, each on its place."""
        histories = [_fold(np.random.default_rng(seed), 5) for seed in range(3)]
        lines, _ = _lines(learner, histories)
        _check_curves(lines, histories)

    @pytest.mark.points(1)
    def test_words_say_what_is_shown(self, learner):
        """A reader can tell training from held-out, loss from accuracy, and what is counted."""
        histories = [_fold(np.random.default_rng(seed), 4) for seed in (3, 4)]
        lines = [line for line in _lines(learner, histories)[0] if line.key]
        assert lines, "No curve of these histories is drawn, so there is nothing to name."
        for of_one_figure in _of_figures(lines):
            _check_words_for_kinds(of_one_figure)
        if any(line.axes["legend"] or line.axes["figure_legend"] for line in lines):
            _check_samples(learner, histories)
        _check_words_for_axes(lines)
        for of_one_figure in _of_figures(lines):
            axes = [line.axes for line in of_one_figure]
            assert any(ax["xlabel"] or ax["figure_xlabel"] for ax in axes), (
                "No horizontal axis has a label. A reader cannot know whether epochs, steps or "
                "folds are counted there."
            )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_other_numbers_of_folds(self, learner, rng):
        """One fold alone, and two folds of different lengths, are drawn and left as they were."""
        for lengths in ((6,), (3, 7)):
            histories = [_fold(rng, epochs) for epochs in lengths]
            try:
                lines, changed = _lines(learner, histories)
            except LearnerError as error:
                if error.kind in ("NotImplementedError", "NameError"):
                    raise
                what = "one fold" if len(lengths) == 1 else "two folds of different lengths"
                raise AssertionError(f"With {what}, {error}.") from error
            _check_curves(lines, histories)
            assert not changed, (
                "The histories were changed. A plot only looks: whatever it computes belongs into "
                "a new list."
            )
