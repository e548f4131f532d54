"""Checks of 03_explore: count the classes, show and compare them, know the silly score, average."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from

Array = npt.NDArray[Any]

CLASSES = 10


def _one_number(answer: Any, name: str) -> float:
    assert not isinstance(answer, str), (
        f"`{name}` returned text. A number is expected; how it is printed is another matter."
    )
    number = array_from(answer, name)
    assert number.size == 1, (
        f"`{name}` returned an array of the shape {number.shape}. One number is expected."
    )
    return float(number.reshape(-1)[0])


def _said_of(found: float, candidates: Iterator[tuple[float, str]]) -> str:
    """Return what is to be said of a wrong number, if it is a known one; else an empty text."""
    return next((text for value, text in candidates if np.isclose(found, value, rtol=1e-4)), "")


# --- class_counts


@pytest.mark.question("class_counts", lesson="03-explore#count")
class TestClassCounts:
    """A place for each class, and in it how often the class occurs."""

    hints = (
        "The result has one place for each class that could occur, whether it does or not. At "
        "position c stands how many labels are equal to c.",
        "Try it on the labels 2, 0, 2, 2 with four classes: the answer is 1, 0, 3, 0. If it is "
        "shorter, a class that does not occur has lost its place. If no place holds more than 1, "
        "repeated labels were counted once. If a large count comes out small, look at the type in "
        "which it is kept.",
        "`np.bincount` counts small integers, and one of its arguments says how many places there "
        "are at least. A loop over `range(num_classes)` that counts `labels == c` does it as well.",
    )

    @pytest.mark.points(1)
    def test_every_class_has_a_place(self, learner: Notebook) -> None:
        """There are `num_classes` counts, also if some classes do not occur."""
        labels = np.array([2, 0, 2, 2, 5, 0, 2])
        for arguments in ((), (12,), (8,)):
            _counts(learner, labels, *arguments)

    @pytest.mark.points(1)
    def test_each_class_is_counted(self, learner: Notebook, labels: Array) -> None:
        """Each count says how often its class occurs."""
        many = np.append(labels, np.full(300, 4)).astype(np.uint8)
        for some, arguments in ((many, ()), (np.array([2, 0, 2, 2]), (4,))):
            found = _counts(learner, some, *arguments)
            mistake = _counting_mistake(found, some)
            assert not mistake, mistake

    @pytest.mark.points(1)
    def test_unseen_labels(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for labels that you have not seen, and leaves them as they were."""
        unseen = rng.integers(3, 11, 3000).astype(np.int32)
        unseen[unseen == 7] = 2
        unseen = np.append(unseen, np.full(2_600, 9, np.int32))
        for arguments in ((unseen, 14), (np.array([6], np.uint8),), (np.array([1, 1, 0]), 2)):
            found = _counts(learner, *arguments)
            mistake = _counting_mistake(found, arguments[0])
            assert not mistake, mistake
            assert agree(found, reference.class_counts(*arguments)), "A count is not right."
        assert not learner.ask(probes.changed_arguments, "class_counts", unseen, 14), (
            "`class_counts` changed the labels that it was given, sorted them perhaps. Each label "
            "belongs to the image at its position; after that it names another one."
        )


def _counts(learner: Notebook, labels: Array, num_classes: int | None = None) -> Array:
    arguments = () if num_classes is None else (num_classes,)
    n = num_classes or CLASSES
    answer = learner.class_counts(labels, *arguments)
    if isinstance(answer, list) and [np.ndim(part) for part in answer] == [1, 1]:
        assert len(answer[0]) != len(answer[1]), (
            "Two arrays came back: the labels that occur, and their counts. Position c of the "
            "counts alone is to stand for class c, and a class that does not occur to have its "
            "place too."
        )
        assert not answer, (
            "Two arrays of different length came back, as counts and edges from a histogram. Only "
            "the counts are asked for."
        )
    if isinstance(answer, dict):
        raise AssertionError(
            "`class_counts` returned a dictionary. Whoever draws or compares needs the counts in "
            "the order of the classes: position c for class c, with a 0 where a key is missing."
        )
    found = array_from(answer, "class_counts")
    assert found.shape == (n,), _places_mistake(found.shape, labels, n)
    return found


def _places_mistake(shape: tuple[int, ...], labels: Array, n: int) -> str:
    known = {
        (len(labels), n): "each label has a row of its own. Counting adds the rows up.",
        (len(labels),): "it has one number for each label, and not for each class.",
        (): "it is a single number, and not one for each class.",
        (n, 1): "it is a table of one column. A flat row of counts is expected.",
        (n, 2): "each count comes with its class. Position c stands for class c already.",
        (CLASSES,): "the argument `num_classes` has no effect.",
        (int(labels.max()) + 1,): "the places end with the largest label. The classes behind it "
        "do not occur here, and have a count all the same: 0.",
        (len(np.unique(labels)),): "only the classes that occur have a place. Then position 2 "
        "means another class in the next set; a class without labels has the count 0.",
    }
    why = known.get(shape, "one count for each class is expected.")
    return f"With num_classes={n}, the result has the shape {shape}, ({n},) is expected: {why}"


def _counting_mistake(found: Array, labels: Array) -> str:
    """Say what stands in the place of the counts; empty if they are right."""
    n = len(found)
    right = np.bincount(labels, minlength=n)
    if agree(found, right):
        return ""
    if np.isnan(found).any():
        return "A class that does not occur has NaN. It occurs 0 times, which is a number."
    if agree(found, right % 256):
        return (
            f"Counts start again at 0 after 255: {right.max()} labels of one class came out as "
            f"{right.max() % 256}. They were kept in uint8, perhaps the type of the labels."
        )
    if agree(found, np.minimum(right, 2048)):
        return (
            f"{right.max()} labels of one class came out as 2048: in half precision, float16, 2048 "
            "plus 1 is 2048 again. MNIST has more images of each digit. Add up in a larger type."
        )
    if agree(found, right > 0):
        return (
            "Each class that occurs has the count 1. Adding 1 at an array of positions adds it "
            "once, however often a position is named."
        )
    if agree(found, np.histogram(labels, n)[0]):
        return (
            f"With {n} classes and labels from {labels.min()} to {labels.max()}, counts stand in "
            "the places of other classes: the bins of a histogram were spread from the smallest "
            "to the largest label. Without a range, a histogram does not know the classes."
        )
    if agree(found, np.sort(right)[::-1]) or agree(found, np.sort(right)):
        return (
            "The counts are right, and sorted by size, so nobody can tell whose they are. Position "
            "c belongs to class c."
        )
    if agree(found, right / len(labels)) or agree(found, right / len(labels) * 100):
        return (
            "These are shares of all labels. The counts themselves are asked for; shares can be "
            "had from them, and not the other way round."
        )
    if labels.max() > 1 and agree(found, right * np.arange(n)):
        return (
            "The labels of each class were added up, so 4 threes give 12 and zeros give nothing. "
            "Count how many there are."
        )
    if not found[0] and agree(found[1:], right[1:]):
        return (
            "Class 0 has the count 0, although the label 0 occurs; the other counts are right. A 0 "
            "is a label like any other. Was it taken for False, or for nothing?"
        )
    if agree(found[:-1], right[1:]):
        return "All counts stand one place too far left: class 1 is at position 0."
    if agree(np.sort(found), np.sort(right)):
        return "The counts are right, and stand at the positions of other classes."
    wrong = int(np.flatnonzero(~np.isclose(found, right))[0])
    return (
        f"The count of class {wrong} is {found[wrong]:g}, and that is not how often it occurs. All "
        f"counts together give {found.sum():g}, and there are {len(labels)} labels."
    )


# --- plot_class_counts


@dataclass(frozen=True)
class Marks:
    """What stands for the counts on one set of axes.

    Attributes:
        kind: "bar", "stem", "point" or "line".
        low, high: (marks,), where each begins and ends along the axis of the digits.
        base, value: (marks,), where each starts on the axis of the counts, and where it ends.
        sideways: True if the counts run along the horizontal axis.
    """

    axes: dict[str, Any]
    kind: str
    low: Array
    high: Array
    base: Array
    value: Array
    sideways: bool

    def along(self, what: str) -> Any:
        """Return "ticks" or "ticklabels" of the axis with the digits."""
        return self.axes[("y" if self.sideways else "x") + what]

    def across(self, what: str) -> Any:
        """Return "lim", "scale" or other things of the axis with the counts."""
        return self.axes[("x" if self.sideways else "y") + what]


@pytest.mark.question("plot_class_counts", lesson="03-explore#show")
class TestPlotClassCounts:
    """A bar for each digit, judged by what is on the axes."""

    hints = (
        "Ten digits, ten counts: each digit gets a bar as long as its count. Nothing is computed. "
        "A reader has to see which bar is whose, and what the axes mean.",
        "If you see one or two tall bars, the counts themselves were counted: that is what a "
        "histogram does. If only every second digit is written, ticks were chosen for you. If the "
        "bars differ wildly, look where their axis begins.",
        "`plt.subplots()` gives a figure and axes, and `axes.bar(positions, heights)` draws bars. "
        "`axes.set(xlabel=…, ylabel=…, xticks=…)` writes the words, and puts a tick wherever you "
        "say.",
    )

    @pytest.mark.points(1)
    def test_each_digit_has_its_count(self, learner: Notebook) -> None:
        """Each of ten digits has a bar, and its length is the count."""
        _check_marks(learner, np.array([523, 642, 558, 731, 472, 394, 618, 765, 451, 549]))

    @pytest.mark.points(1)
    def test_words_say_what_is_shown(self, learner: Notebook) -> None:
        """All ten digits are written at their bars, and both axes are labeled."""
        counts = np.array([31, 25, 46, 17, 38, 54, 22, 49, 15, 40])
        marks = max(_all_marks(learner, counts)[0], key=lambda some: len(_digits_named(some)))
        assert len(marks.value) == CLASSES, _number_mistake(marks)
        named = set(_digits_named(marks).values())
        missing = set(range(CLASSES)) - named
        read = ", ".join(map(str, sorted(named))) or "none"
        assert "10" not in marks.along("ticklabels") or 0 not in missing or len(missing) > 1, (
            "The bars are called 1 to 10. The digits are 0 to 9, and counts[0] belongs to the 0."
        )
        assert not missing, (
            f"Not every digit is written at its bar: {read} can be read. The ticks that "
            "Matplotlib chooses are meant for quantities; for names you say where they stand."
        )
        for which in "xy":
            assert (marks.axes[which + "label"] or marks.axes[f"figure_{which}label"]).strip(), (
                f"The {'horizontal' if which == 'x' else 'vertical'} axis has no label. A reader "
                "cannot know what its numbers are: digits on one axis, numbers of images on the "
                "other."
            )

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_any_counts_are_drawn_and_left_alone(self, learner: Notebook) -> None:
        """It draws whichever counts it is given, and does not change them."""
        changed = [
            _check_marks(learner, np.array(counts))
            for counts in (
                [5840, 6132, 5420, 5950, 6740, 5852, 5924, 6264, 5917, 5957],
                [40, 7, 19, 300, 28, 36, 11, 9, 52, 23],
            )
        ]
        assert not any(changed), (
            "`plot_class_counts` changed the counts that it was given, sorted them perhaps. A plot "
            "only looks: whatever it rearranges belongs into a new array."
        )


def _all_marks(learner: Notebook, counts: Array) -> tuple[list[Marks], list[int]]:
    """Return all that may stand for the counts, bars first, and which arguments were changed."""
    drawn = learner.ask(probes.describe_axes, "plot_class_counts", counts)
    marks = [some for axes in drawn["axes"] for some in _marks_on(axes, counts)]
    assert marks or not any(len(axes["texts"]) >= CLASSES for axes in drawn["axes"]), (
        "There are words on the axes, and neither bars nor points, as in a pie. Ten slices that "
        "differ by a hair cannot be told apart; lengths of bars can."
    )
    assert marks, (
        "Nothing was drawn: the figures of `plot_class_counts` were looked at, shown or not. They "
        "hold neither bars nor stems nor points."
    )
    order = ("bar", "stem", "point", "line")
    return sorted(marks, key=lambda some: order.index(some.kind)), drawn["changed_arguments"]


def _marks_on(axes: dict[str, Any], counts: Array) -> Iterator[Marks]:
    bars = axes["bars"]
    if len(bars):
        sideways = len(bars) > 1 and np.ptp(bars[:, 0]) == 0 and np.ptp(bars[:, 1]) > 0
        i, j = (1, 0) if sideways else (0, 1)
        left, right, base = bars[:, i], bars[:, i] + bars[:, i + 2], bars[:, j]
        yield Marks(axes, "bar", left, right, base, base + bars[:, j + 2], sideways)
    strokes = [axes["segments"], *_strokes_of_single_calls(axes)]
    for segments in strokes:
        if not len(segments):
            continue
        start, end = segments[:, 0], segments[:, 1]
        sideways = bool((start[:, 1] == end[:, 1]).all())
        i, j = (1, 0) if sideways else (0, 1)
        yield Marks(axes, "stem", start[:, i], start[:, i], start[:, j], end[:, j], sideways)
    curves = [("point", *points.T) for points in axes["points"]]
    for line in axes["lines"]:
        loose = line["linestyle"] in ("None", "", " ")
        curves.append(("point" if loose else "line", line["x"], line["y"]))
    alone = [(x, y) for _, x, y in curves if len(x) == 1]
    if alone:  # a call for each digit
        curves.append(("point", *np.concatenate(alone, axis=1)))
    for kind, x, y in curves:
        if len(x) < CLASSES - 1:  # a baseline, say
            continue
        sideways = agree(np.sort(x), np.sort(counts))
        place, value = (y, x) if sideways else (x, y)
        yield Marks(axes, kind, place, place, value * 0, value, sideways)


def _strokes_of_single_calls(axes: dict[str, Any]) -> Iterator[Array]:
    """Yield the straight lines that were drawn one by one, the upright and the lying ones."""
    ends = [np.stack([line["x"], line["y"]], axis=1) for line in axes["lines"]]
    for along in (0, 1):
        parallel = [pair for pair in ends if len(pair) == 2 and np.ptp(pair[:, along]) == 0]
        if len(parallel) >= CLASSES - 1:  # fewer may be a baseline or the mean
            yield np.stack(parallel)


def _check_marks(learner: Notebook, counts: Array) -> list[int]:
    """Check the best of what is drawn; return which arguments were changed."""
    marks, changed = _all_marks(learner, counts)
    mistakes = [_mark_mistake(some, counts) for some in marks]
    assert "" in mistakes, mistakes[0]
    return changed


def _mark_mistake(marks: Marks, counts: Array) -> str:
    """Say what is wrong with one set of marks; empty if each digit has its count."""
    value, length = marks.value, np.abs(marks.value - marks.base)
    if marks.kind == "bar" and np.isclose(length.sum(), len(counts)):
        return (
            f"The bars together count {len(counts)} things: the ten counts themselves. A histogram "
            "counts how often a number occurs among them. They are counted already, and only "
            "need to be drawn."
        )
    if len(value) != len(counts):
        return _number_mistake(marks)
    if agree(np.sort(value), np.sort(counts)) and marks.base.any():
        return (
            f"The bars start at {marks.base.max():g} instead of 0. Then their lengths no longer "
            "compare as the counts do: a bar of twice the length does not mean twice as many."
        )
    if not agree(np.sort(value), np.sort(counts)):
        return _value_mistake(value, counts)
    if marks.kind == "line":
        return (
            "A line joins the ten digits, as if there were something between a 3 and a 4, and as "
            "if their order meant anything. Digits are names: give each a bar, a stem or a point "
            "of its own."
        )
    return _axis_mistake(marks, counts) or _order_mistake(marks, counts)


def _axis_mistake(marks: Marks, counts: Array) -> str:
    """Say what is wrong with the axis of the counts; empty if it is linear and includes 0."""
    if marks.across("scale") != "linear":
        return (
            f"The axis of the counts is not linear but “{marks.across('scale')}”. What looks twice "
            "as long is then not twice as many: lengths compare as counts do only on a linear "
            "axis, from 0 on."
        )
    limits = np.sort(marks.across("lim"))
    if limits[0] > 0 and marks.kind == "point":
        return (
            f"The axis of the counts begins at {limits[0]:g}: left alone, Matplotlib shows points "
            "close up. They then look far more unequal than the counts are. The axis has to "
            "include 0."
        )
    if limits[0] > 0:
        return (
            f"The axis of the counts begins at {limits[0]:g} and cuts the bars off. What is left "
            "of them looks far more unequal than the counts are. Show it from 0 on."
        )
    if limits[1] < max(counts):
        most = "highest point" if marks.kind == "point" else "longest bar"
        return f"The axis of the counts ends at {limits[1]:g}, below the {most}."
    return ""


def _number_mistake(marks: Marks) -> str:
    return f"{len(marks.value)} {marks.kind}s were drawn. Ten digits have one each."


def _value_mistake(value: Array, counts: Array) -> str:
    if value.sum() and agree(np.sort(value / value.sum()), np.sort(counts / counts.sum())):
        return (
            f"The longest bar is {value.max():.3g}: the counts were turned into shares or scaled. "
            "Draw the counts as they come; from them, a reader sees how large the set is as well."
        )
    if agree(np.sort(value), np.arange(CLASSES)):
        return (
            "The bars stand at the counts and are as long as the digits: the two have changed "
            "places. Positions come first, then lengths."
        )
    if agree(value, np.cumsum(counts)):
        return "Each bar adds its count to those before it. Every digit has its own count alone."
    if len(set(counts) & set(value)) == 0:
        return (
            f"The bars are {', '.join(f'{v:g}' for v in value[:3])} … long, and none is one of the "
            "counts that were passed. Does the function draw its argument, or something else that "
            "the notebook holds?"
        )
    absent = next(count for count in counts if count not in value)
    return f"No bar has the length {absent}, which is one of the counts that were passed."


def _order_mistake(marks: Marks, counts: Array) -> str:
    """Say which digit has the count of another; what stands at no digit is taken in order."""
    named = _digits_named(marks)
    if not named:
        named = {int(mark): digit for digit, mark in enumerate(np.argsort(marks.low))}
    wrong = [mark for mark, digit in named.items() if marks.value[mark] != counts[digit]]
    if not wrong:
        return ""
    if len(wrong) > 1 and all(
        marks.value[mark] == counts[digit - 1] for mark, digit in named.items() if digit
    ):
        return (
            "The bars stand one place too far: at the 1 is the count of the 0. The first of the "
            "ten counts belongs to the digit 0."
        )
    steps = np.diff(marks.value[np.argsort(marks.low)])
    if (steps <= 0).all() or (steps >= 0).all():
        names = [named[mark] for mark in sorted(named, key=lambda mark: marks.low[mark])]
        if names == sorted(names):
            return (
                "The bars are sorted by length, and the digits at them are not: a reader takes "
                "each count for that of another digit. Whatever is sorted takes its name along."
            )
        return (
            "The bars stand in the order of their lengths, and the digits at them were moved in "
            f"another way: they read {', '.join(map(str, names))}. Whose count is the first one, "
            "and which name stands there?"
        )
    digit = named[wrong[0]]
    return (
        f"At the {digit} stands a bar of {marks.value[wrong[0]]:g}, which is the count of another "
        "digit."
    )


def _digits_named(marks: Marks) -> dict[int, int]:
    """Return which digit is written at which mark."""
    middle = (marks.low + marks.high) / 2
    if len(middle) != CLASSES:
        return {}
    spacing = np.diff(np.sort(middle)).min()
    named = {}
    for tick, label in zip(marks.along("ticks"), marks.along("ticklabels"), strict=True):
        digit = _digit_in(label)
        # A tick may stand in the middle of its bar, or where the bar begins.
        reach = np.maximum(marks.high - middle, spacing / 10) + 1e-9
        near = np.flatnonzero(np.abs(middle - tick) <= reach)
        if digit is not None and len(near):
            closest = min(near, key=lambda mark: (round(abs(middle[mark] - tick), 6), -mark))
            named[int(closest)] = digit
    words = [*marks.axes["legend"], *marks.axes["texts"]]
    if len(named) < CLASSES and {_digit_in(word) for word in words} >= set(range(CLASSES)):
        return {int(mark): digit for digit, mark in enumerate(np.argsort(middle))}
    return named


_WORDS = "zero one two three four five six seven eight nine".split()
# "3", "3.0", "digit 3", "3 (731)"; not "2.5", "10", "−2" or "5,421".
_DIGIT = re.compile(r"[^\d−-]*(\d)(?:[.,]0+)?(?:[^\d.,].*)?", re.DOTALL)


def _digit_in(label: str) -> int | None:
    if label.strip().lower() in _WORDS:
        return _WORDS.index(label.strip().lower())
    found = _DIGIT.fullmatch(label)
    return int(found[1]) if found else None


# --- imbalance_ratio


@pytest.mark.question("imbalance_ratio", lesson="03-explore#imbalance")
class TestImbalanceRatio:
    """The largest class over the smallest."""

    hints = (
        "Two of the counts matter, the largest and the smallest. The ratio says how many examples "
        "of the one there are for each of the other, so it is never below 1.",
        "Try [30, 20, 40]: the answer is 2. If it is 0.5, the two have changed places. Then try "
        "[30, 0, 40]: an error or a small number means that the case of an empty class is missing.",
        "Take `counts.max()` and `counts.min()`. If the smaller one is 0, return `np.inf`; "
        "otherwise return the quotient, made by `/`.",
    )

    @pytest.mark.points(1)
    def test_largest_over_smallest(self, learner: Notebook) -> None:
        """The counts 120, 90, 310 and 100 give 310 over 90."""
        _check_ratio(learner, np.array([120, 90, 310, 100]))

    @pytest.mark.points(1)
    def test_an_absent_class(self, learner: Notebook) -> None:
        """If a class has no example, the ratio is infinite."""
        _check_ratio(learner, np.array([30, 20, 40]))
        counts = np.array([30, 0, 40])
        try:
            ratio = _ratio(learner, counts)
        except LearnerError as error:
            if error.kind in ("NotImplementedError", "NameError"):
                raise
            raise AssertionError(
                f"The counts 30, 0 and 40 ended in an error ({error.kind}). A class without "
                "examples is no accident: the ratio is infinite then, and `inf` is a number."
            ) from error
        assert not np.isnan(ratio), (
            "The counts 30, 0 and 40 give NaN, which means “unknown”. The ratio is known: it is "
            "infinite."
        )
        assert not np.isclose(ratio, 40 / 30), (
            "The class without examples was left out, so 30, 0 and 40 give 40 over 30. The most "
            "imbalanced set of all then looks harmless."
        )
        assert ratio < 1e30 or ratio == np.inf, (
            f"The counts 30, 0 and 40 give {ratio:.3g}, a huge number that is finite all the same. "
            "Something has replaced infinity, which is what it should be."
        )
        assert ratio < 1e4 or ratio == np.inf, (
            f"The counts 30, 0 and 40 give {ratio:.3g}. A small number was put in place of the 0; "
            "the result then depends on that number. Infinity is what it should be."
        )
        assert ratio == np.inf, (
            f"The counts 30, 0 and 40 give {ratio:g}. With an empty class the ratio is infinite."
        )

    @pytest.mark.points(1)
    def test_unseen_counts(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for counts that you have not seen, and leaves them as they were."""
        many = rng.integers(5_000, 60_000, CLASSES)
        # More classes than ten, and more of each than there are training images.
        letters = np.append(rng.integers(2_000_000, 6_000_000, 24), (8_100_000, 1_200_000))
        few = (np.array([7, 7]), np.array([1, 999]), np.array([0, 3, 0, 12]))
        for counts in (many, *few, letters):
            _check_ratio(learner, counts)
            expected = reference.imbalance_ratio(counts)
            assert agree(np.array(_ratio(learner, counts)), expected), "A ratio is not right."
        assert not learner.ask(probes.changed_arguments, "imbalance_ratio", many), (
            "`imbalance_ratio` changed the counts that it was given, sorted them perhaps. After "
            "that nobody knows whose they are. Look at the largest and the smallest only."
        )


def _ratio(learner: Notebook, counts: Array) -> float:
    return _one_number(learner.imbalance_ratio(counts), "imbalance_ratio")


def _check_ratio(learner: Notebook, counts: Array) -> None:
    ratio = _ratio(learner, counts)
    high, low = int(counts.max()), int(counts.min())
    right = high / low if low else np.inf
    if agree(np.array(ratio), right):
        return
    said = "With an empty class, the ratio is infinite."
    if low:
        said = _said_of(ratio, _other_ratios(counts.astype(float))) or (
            f"How many of the largest class, {high}, are there for each of the smallest, {low}?"
        )
    known = ", ".join(map(str, counts))
    if len(counts) > CLASSES:
        known = f"of {len(counts)} classes, from {low} to {high},"
    raise AssertionError(f"For the counts {known} it says {ratio:.6g}. {said}")


def _other_ratios(counts: Array) -> Iterator[tuple[float, str]]:
    """Yield what mistakes make of counts without 0, and what to say of each."""
    high, low, total = counts.max(), counts.min(), counts.sum()
    ratio = high / low
    yield low / high, "This is the smallest class over the largest; turn it around."
    yield 100 * ratio, "This is in percent. A plain ratio is asked for: 2 means twice as many."
    yield high - low, "This is a difference. It grows with the size of the set; a ratio does not."
    yield high // low, "`//` drops what is behind the point. 1.9 and 1.0 would look alike."
    yield high / total, "This is the share of the largest class among all."
    yield high / counts.mean(), "This compares the largest class with the mean, not the smallest."
    yield counts[0] / counts[-1], "This is the first count over the last. They come in any order."
    if len(counts) > CLASSES:
        yield (
            counts[:CLASSES].max() / counts[:CLASSES].min(),
            f"Only the first ten of {len(counts)} counts were looked at. How many classes there "
            "are depends on the data: letters have 26.",
        )
    for start in (60_000, 70_000, *10.0 ** np.arange(3, 7)):
        if start < low:
            yield (
                high / start,
                f"The largest class was divided by {start:.0f}, and none is that small. With which "
                "number does the search for the smallest begin?",
            )
    for places in (0, 1, 2):
        yield (
            round(ratio, places),
            "It was rounded. How many digits are printed is another matter; keep the number.",
        )


# --- majority_accuracy


@pytest.mark.question("majority_accuracy", lesson="03-explore#silly-score")
class TestMajorityAccuracy:
    """Learned from the training labels, judged on the test labels."""

    hints = (
        "It is a model like any other: it learns one thing from the training labels, the most "
        "frequent digit, and is then judged on the test labels, of which it has seen nothing.",
        "Give it training labels that are mostly 7s and test labels that are mostly 1s. A high "
        "score means that it has looked at the test labels when it chose. If there is a tie in "
        "training, make sure that the smaller digit wins, wherever it stands.",
        "Count the training labels of each class, and let `np.argmax` say where the largest count "
        "stands; of equal ones it takes the first. Then compare the test labels with that digit "
        "and take the mean.",
    )

    @pytest.mark.points(1)
    def test_learned_in_training_judged_on_test(self, learner: Notebook) -> None:
        """The training labels decide which digit, the test labels how often it is right."""
        # Each way to go wrong leads to a fraction of its own.
        train = np.repeat([4, 7, 9, 5], [6, 7, 2, 1])
        test = np.repeat([9, 7, 4, 5, 2, 1], [8, 3, 6, 1, 4, 5])
        _check_accuracy(learner, train, test)

    @pytest.mark.points(1)
    def test_of_equal_ones_the_smallest(self, learner: Notebook) -> None:
        """If several digits are equally frequent in training, the smallest is named."""
        train = np.array([6, 9, 3, 8, 1, 6, 9, 3, 8, 7, 2, 6, 9, 3, 1, 2, 8, 6, 3, 9])
        test = np.repeat([0, 8, 1, 2, 9, 5, 7, 6, 3], [10, 9, 7, 6, 5, 4, 3, 2, 1])
        _check_accuracy(learner, train, test)

    @pytest.mark.points(1)
    def test_unseen_labels(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for labels that you have not seen, and leaves them as they were."""
        drawn = rng.integers(0, CLASSES, (2, 500)).astype(np.uint8)
        train = np.concatenate([drawn[0], np.repeat(np.array([6, 3], np.uint8), [300, 50])])
        test = np.append(drawn[1, :170], np.full(60, 3, np.uint8))
        for some in (
            (train, test),
            (np.array([9, 2, 9]), np.array([2, 4, 2])),
            (np.array([0, 0, 5]), np.array([5, 5, 0])),
            (np.array([6, 0, 6, 0]), np.array([0, 6, 6, 3])),
            (np.array([0, 9, 1, 1, 9]), np.array([1, 9, 9, 3])),
        ):
            _check_accuracy(learner, *some)
            accuracy = np.array(_accuracy(learner, *some))
            assert agree(accuracy, reference.majority_accuracy(*some)), "A score is not right."
        assert not learner.ask(probes.changed_arguments, "majority_accuracy", train, test), (
            "`majority_accuracy` changed labels that it was given, sorted them perhaps. Each label "
            "belongs to the image at its position; after that it names another one."
        )


def _accuracy(learner: Notebook, train: Array, test: Array) -> float:
    answer = learner.majority_accuracy(train, test)
    if isinstance(answer, list | np.ndarray) and np.size(answer) == len(test) > 1:
        raise AssertionError(
            "One answer came back for each test label. The score is one number: the fraction of "
            "them that is right."
        )
    return _one_number(answer, "majority_accuracy")


def _check_accuracy(learner: Notebook, train: Array, test: Array) -> None:
    accuracy = _accuracy(learner, train, test)
    counts = np.bincount(train, minlength=CLASSES)
    majority = int(counts.argmax())
    right = float(np.mean(test == majority))
    if agree(np.array(accuracy), right):
        return
    # On a few labels several mistakes give one fraction.
    said = _said_of(accuracy, _other_accuracies(train, test, majority)) if len(test) > 9 else ""
    raise AssertionError(
        f"It says {accuracy:.6g}. "
        + (
            said
            or f"In training the {majority} is the most frequent, in {counts[majority]} of "
            f"{len(train)}. Of {len(test)} test labels, another fraction is {majority}."
        )
    )


def _other_accuracies(train: Array, test: Array, majority: int) -> Iterator[tuple[float, str]]:
    """Yield what mistakes make of the labels, and what to say of each."""
    counts, test_counts = (np.bincount(labels, minlength=CLASSES) for labels in (train, test))
    hits, ties = test_counts[majority], np.flatnonzero(counts == counts.max())
    share = test_counts / len(test)
    if len(ties) > 1:
        rule = "Of equally frequent digits the smallest is asked for."
        yield share[ties].sum(), f"Several digits were named at once. {rule}"
        yield share[ties[-1]], f"The {ties[-1]} was named, the largest of several. {rule}"
        first = next(label for label in train if label in ties)
        yield share[first], f"The {first} was named, the first of several to come up. {rule}"
    yield (
        test_counts.max() / len(test),
        "The most frequent digit was taken from the test labels. A model that is judged on labels "
        "cannot learn from them, not even which one is frequent.",
    )
    pooled = (counts + test_counts).argmax()
    yield (
        share[pooled],
        f"The {pooled} was named, which is the most frequent in training and test together. The "
        "test labels must not take part in the choice.",
    )
    yield (
        counts.max() / len(train),
        "This is the share of the digit among the training labels. A score is taken on the test "
        "labels.",
    )
    yield (
        (counts.max() + hits) / (len(train) + len(test)),
        "It was judged on training and test labels together. The score is taken on test labels.",
    )
    yield (
        hits / len(train),
        "The hits in the test set were divided by the number of training labels.",
    )
    yield 100 * hits / len(test), "This is in percent. A fraction is asked for, from 0 to 1."
    yield 1 - hits / len(test), "This is how often it is wrong. The accuracy is the rest, up to 1."
    yield majority, "This is the digit that it names. How often is that right on the test labels?"
    yield hits, "This is the number of hits. A fraction of all test labels is asked for."
    occurring = np.unique(train, return_counts=True)[1].argmax()
    yield (
        share[occurring],
        f"The {occurring} was named: a position in the list of digits that occur was taken for the "
        "digit itself. They differ as soon as a digit is missing.",
    )
    present = np.flatnonzero(counts)
    rarest = present[counts[present].argmin()]
    yield share[rarest], f"The {rarest} was named, the rarest digit in training."
    yield 1 / CLASSES, "One in ten is right for equal classes only. Count them."


# --- mean_digits


@pytest.mark.question("mean_digits", lesson="03-explore#mean-digits")
class TestMeanDigits:
    """One mean image for each digit."""

    hints = (
        "For each digit from 0 to 9, pick its images and average over them, pixel by pixel. A "
        "digit without images has no mean: NaN says so.",
        "Show the result. Black pictures or fewer than ten, checkered strokes, all ten alike: each "
        "has its cause, in the type, in the digits that occur, in a sum that overflowed, or in "
        "which images were picked.",
        "Start with `np.full((10, 28, 28), np.nan)`. For each digit, `images[labels == digit]` are "
        "its images; if there are any, their `.mean(axis=0)` is what goes into its place.",
    )

    @pytest.mark.points(1)
    def test_ten_images_of_floats(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """There are ten images, of numbers that can hold fractions."""
        _means(learner, digits, labels)

    @pytest.mark.points(1)
    def test_means_pixel_by_pixel(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """Each is the mean of the images of its digit, pixel by pixel."""
        found = _means(learner, digits, labels)
        mistake = _mean_mistake(found, digits, labels)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_a_digit_without_images(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """A digit without images is all NaN, and the others are as they should be."""
        some = np.isin(labels, (1, 4, 8))
        try:
            found = _means(learner, digits[some], labels[some])
        except LearnerError as error:
            if error.kind in ("NotImplementedError", "NameError"):
                raise
            raise AssertionError(
                "With images of 1, 4 and 8 only, it ended in an error "
                f"({error.kind}: {error.text}). A digit without images is no accident; it gets NaN."
            ) from error
        mistake = _mean_mistake(found, digits[some], labels[some])
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_unseen_images(
        self, learner: Notebook, reference: Notebook, digits: Array, rng: np.random.Generator
    ) -> None:
        """It is right for images that you have not seen, and leaves them as they were."""
        bright = np.repeat(255 - digits[:3].swapaxes(1, 2), 100, axis=0)
        names = np.repeat(np.array([9, 2, 5], np.uint8), 100)
        mixed = rng.permutation(len(names))
        fractions = rng.random((6, 28, 28), np.float32)
        fractions[3] = 0
        for some in (
            (bright[mixed], names[mixed]),
            (fractions, np.array([3, 0, 3, 9, 3, 0])),
            (digits[9:10], np.array([7])),
        ):
            found = _means(learner, *some)
            mistake = _mean_mistake(found, *some)
            assert not mistake, mistake
            assert agree(found, reference.mean_digits(*some), scale=1e-3), "A mean is not right."
        changed = learner.ask(
            probes.changed_arguments, "mean_digits", fractions, np.array([3, 0, 3, 9, 3, 0])
        )
        assert not changed, (
            "`mean_digits` changed the images or the labels that it was given. Whoever called it "
            "still needs them as they are. Compute into new arrays."
        )


def _means(learner: Notebook, images: Array, labels: Array) -> Array:
    means = array_from(learner.mean_digits(images, labels), "mean_digits")
    assert means.shape == (CLASSES, 28, 28), _image_mistake(means.shape, images, labels)
    assert means.dtype.kind == "f", (
        f"The means have the type {means.dtype}, which has no fractions: of 100 and 201 the mean "
        "is 150.5. Neither could it hold NaN for a digit without images."
    )
    return means


def _image_mistake(shape: tuple[int, ...], images: Array, labels: Array) -> str:
    known = {
        (CLASSES, 784): "the rows of pixels were joined. An image keeps its rows and columns.",
        (CLASSES,): "there is one number for each digit, its mean brightness. The mean goes over "
        "the images alone, so that an image is left.",
        (28, 28): "there is one image, of all digits together. Each digit has its own.",
        (CLASSES, 28): "the mean was taken over one axis too many.",
        (CLASSES, 28, 28, 1): "there is an axis for channels. These images have none.",
        images.shape: "there is an image for each image.",
        (int(labels.max()) + 1, 28, 28): "the largest label decided how many images there are. "
        "Digits above it do not occur here; they have their place, all NaN.",
        (len(np.unique(labels)), 28, 28): "only the digits that occur have an image. Then position "
        "1 is another digit in the next set; the missing ones have their place, all NaN.",
    }
    why = known.get(shape, "ten images are expected.")
    return f"The result has the shape {shape}, (10, 28, 28) is expected: {why}"


def _mean_mistake(found: Array, images: Array, labels: Array) -> str:
    """Say what was made of the images of each digit in place of their mean; empty if nothing."""
    numbers = images.astype(np.float64)
    present = np.unique(labels)
    absent = np.setdiff1d(np.arange(CLASSES), present)
    groups = [numbers[labels == digit] for digit in present]
    right = np.stack([group.mean(axis=0) for group in groups])
    means = found[present]
    if agree(means, right, scale=1e-3):
        return _absent_mistake(found[absent], int(absent[0])) if len(absent) else ""
    black = right == 0
    if (
        black.any()
        and np.array_equal(np.isnan(means), black)
        and agree(means[~black], right[~black])
    ):
        if np.array_equal(black.any(axis=(1, 2)), black.all(axis=(1, 2))):
            return (
                f"All images of the {present[black.all(axis=(1, 2))][0]} are black, and its mean "
                "is NaN. They are images all the same, and their mean is 0. Does the code ask how "
                "many images there are, or how much ink is on them?"
            )
        return (
            "Pixels that are black in all images of a digit are NaN in its mean. Their mean is 0, "
            "which is a number. NaN is for a digit without images, and then for all its pixels."
        )
    if np.isnan(means).any() and not np.isnan(right).any():
        return "A digit that has images has NaN in its mean. Were its images found?"
    sums = np.stack([group.sum(axis=0) for group in groups])
    lengths = np.array([len(group) for group in groups]).reshape(-1, 1, 1)
    if agree(means, sums):
        return (
            f"Values reach {means.max():.0f}, and no pixel is above {numbers.max():.0f}: these are "
            "sums. Divided by the number of images they would be means, and classes of different "
            "size could be compared."
        )
    if agree(means, sums / len(images)):
        return (
            "Each sum was divided by the number of all images, so the means of ten digits came out "
            "about ten times too small. Divide by the number of images of that digit."
        )
    if numbers.max() <= 1 and not means.any():
        return (
            "Images with fractions from 0 to 1 have means that are black: their pixels became "
            "whole numbers before anything was added up. Images may be bytes or floats."
        )
    if agree(means, sums % 256 / lengths) or agree(means, np.floor(sums % 256 / lengths)):
        return (
            "Where many images are bright, the mean is dark: the sum was kept in uint8, which "
            "starts again at 0 after 255. Add up in a larger type."
        )
    if agree(means, np.floor(right)) or agree(means, np.round(right)):
        return (
            "The means have lost their fractions. Means of whole numbers are seldom whole: keep "
            "them in floats."
        )
    for scale in (255, numbers.max()):
        if agree(means, right / scale):
            return (
                "The means were scaled to the range 0 to 1. They are asked for in the units of the "
                "images; scaling is a later lesson."
            )
    others: list[tuple[Array, str]] = [
        (np.stack([np.median(group, axis=0) for group in groups]), "the median of its images"),
        (np.stack([group[0] for group in groups]), "its first image alone"),
        (right.swapaxes(1, 2), "the mean with rows and columns exchanged, lying on its side"),
        (np.stack([numbers.mean(axis=0)] * len(present)), "the mean of all images"),
    ]
    for images_instead, what in others:
        if agree(means, images_instead, scale=1e-3):
            return f"Each digit shows {what}, and not the mean over its images."
    if len(present) > 1 and agree(np.sort(means, axis=0), np.sort(right, axis=0)):
        return "The means are right, and stand at the positions of other digits."
    digit = int(present[np.abs(means - right).max(axis=(1, 2)).argmax()])
    return (
        f"The image at position {digit} is not the mean over the images with the label {digit}: it "
        f"is off by up to {np.abs(means - right).max():.3g}."
    )


def _absent_mistake(found: Array, digit: int) -> str:
    if np.isnan(found).all():
        return ""
    if not found.any():
        return (
            f"The {digit} has no image here, and its mean is all 0. That is a black picture, as if "
            "black images had been seen. NaN says that nothing is known."
        )
    return f"The {digit} has no image here, so all pixels of its mean are NaN; some are not."
