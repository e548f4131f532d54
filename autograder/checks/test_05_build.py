"""Checks of 05_build: a loss, a plan, and a network whose shapes, output, loss and labels agree."""

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
EPOCHS = 3
# What an image costs at least whose right class got the probability 0; docstrings promise it.
SURE_AND_WRONG = 7

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


# --- cross_entropy


def _chosen(probabilities: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return probabilities[np.arange(len(labels)), labels]


def _minus_log(probabilities: np.ndarray) -> np.ndarray:
    return -np.log(np.clip(probabilities, 1e-12, 1))


def _other_losses(p: np.ndarray, labels: np.ndarray) -> Iterator[tuple[float, str]]:
    """Yield what mistakes make of probabilities (N, C), and what to say of each."""
    losses = _minus_log(_chosen(p, labels))
    one_hot = np.eye(p.shape[1])[labels]
    again = np.exp(p) / np.exp(p).sum(axis=1, keepdims=True)
    sides = one_hot * _minus_log(p) + (1 - one_hot) * _minus_log(1 - p)
    wrong = p.argmax(axis=1) != labels
    yield (
        losses.sum(),
        "This is the sum over the images. A sum grows with the number of images, so losses of "
        "batches of different sizes could not be compared. Take the mean.",
    )
    yield (
        losses.mean() / np.log(10),
        "This is the loss with a logarithm to base 10. Cross-entropy is defined with the natural "
        "logarithm, as in Keras. Look for the name of NumPy's natural logarithm.",
    )
    yield (
        losses.mean() / np.log(2),
        "This is the loss with a logarithm to base 2, which counts bits. Keras uses the natural "
        "logarithm; look which one you call.",
    )
    yield (
        losses.mean() / p.shape[1],
        f"The loss is too small by a factor of {p.shape[1]}, the number of classes. A mean over "
        "the whole table counts the zeros of the wrong classes too: divide by the number of "
        "images only.",
    )
    yield (
        _minus_log(_chosen(again, labels)).mean(),
        "It looks as if softmax was applied to the probabilities. They sum to 1 already; "
        "another softmax makes them nearly equal, and then no prediction can be called sure.",
    )
    yield (
        _minus_log(p[:, labels]).mean(),
        "Every image was paired with the labels of all images: a slice with `:` keeps every row. "
        "Each row has one label of its own. Pair the row numbers with the labels.",
    )
    yield (
        _minus_log(p.max(axis=1)).mean(),
        "The largest probability of each row was used, so the labels play no part. A network that "
        "is sure and wrong would have a loss near 0. Look up the probability of the right class.",
    )
    yield (
        -np.log(_chosen(p, labels).mean()),
        "This is the logarithm of the mean probability. Then one very wrong image hardly counts. "
        "Take the logarithm for each image first, and the mean after it.",
    )
    yield (
        sides.sum(axis=1).mean(),
        "This is binary cross-entropy, which asks a yes-or-no question of every class. Here "
        "one of the classes is right: only the probability given to that one counts.",
    )
    yield (
        sides.mean(),
        "This is binary cross-entropy, the mean over all yes-or-no questions. Here one of the "
        "classes is right: only the probability given to that one counts.",
    )
    for squared in (((p - one_hot) ** 2).sum(axis=1).mean(), ((p - one_hot) ** 2).mean()):
        yield (
            squared,
            "These are squared distances. They hardly tell a wrong answer from a very wrong one. "
            "Cross-entropy takes a logarithm of the right class's probability.",
        )
    yield (
        _minus_log(1 - _chosen(p, labels)).mean(),
        "This uses the probability that the right class did not get. Then the loss is smallest "
        "where the network is most wrong.",
    )
    yield (
        float(wrong.mean()),
        "This is the share of images that were told wrongly. It jumps from one value to the "
        "next, and gives training no direction. Use the probabilities themselves.",
    )
    yield (
        float(1 - wrong.mean()),
        "This is the accuracy. It jumps from one value to the next and gives training no "
        "direction. Use the probabilities themselves.",
    )


def _one_loss(answer: Any, images: int) -> float:
    loss = array_from(answer, "cross_entropy")
    assert loss.size == 1 or loss.size != images, (
        f"`cross_entropy` returned one value for each image, {images} in all. Training needs one "
        "number for all of them: their mean."
    )
    assert loss.size == 1, (
        f"`cross_entropy` returned an array of the shape {loss.shape}. One number is expected."
    )
    return float(loss.reshape(-1)[0])


def _named_loss(found: float, p: np.ndarray, labels: np.ndarray) -> str:
    """Say what a wrong loss is, or only that it is wrong."""
    expected = float(_minus_log(_chosen(p, labels)).mean())
    if found < -1e-6:
        return (
            f"The loss is {found:.4g}, below 0. The logarithm of a probability is never positive; "
            "the minus sign in the definition makes the loss a number that training can bring "
            "down to 0."
        )
    for value, message in _other_losses(p, labels):
        if np.isclose(found, value, rtol=1e-4) and not np.isclose(value, expected, rtol=1e-3):
            return f"The loss is {found:.4g}. {message}"
    return ""


@pytest.mark.question("cross_entropy", lesson="05-build#cross-entropy")
class TestCrossEntropy:
    hints = (
        "Only one number of each row matters: the probability that was given to the right class. "
        "The loss of that image is minus its natural logarithm, and the answer is the mean.",
        "If the result is a table or far too large, look at how the labels pick from the rows: row "
        "0 with label 0, row 1 with label 1, and so on. If it is infinite or not a number, a "
        "logarithm of 0 was taken somewhere.",
        "Index the table with two arrays of length N: np.arange(N) for the rows and the labels for "
        "the columns. Keep what you get at or above a tiny number with np.maximum, then np.log, "
        "the sign, and np.mean.",
    )

    @pytest.mark.points(1)
    def test_a_small_example(self, learner):
        """Four images with three classes give the mean of four logarithms."""
        p = np.array([[0.7, 0.2, 0.1], [0.15, 0.3, 0.55], [0.25, 0.6, 0.15], [0.1, 0.05, 0.85]])
        labels = np.array([0, 1, 2, 2])
        try:
            answer = learner.cross_entropy(p, labels)
        except LearnerError as error:
            if error.kind in ("NotImplementedError", "NameError"):
                raise
            raise AssertionError(
                f"With three classes, {error}. The number of classes is that of the table's "
                "columns, and need not be 10."
            ) from error
        loss = _one_loss(answer, len(p))
        expected = _minus_log(_chosen(p, labels)).mean()
        assert np.isclose(loss, expected, rtol=1e-5, atol=1e-6), (
            _named_loss(loss, p, labels)
            or f"The loss is {loss:.6g}. For the right classes' probabilities 0.7, 0.3, 0.15 and "
            f"0.85 it should be {expected:.6g}, the mean of minus their natural logarithms."
        )

    @pytest.mark.points(1)
    def test_a_probability_of_zero(self, learner):
        """A right class with probability 0 costs much, and the loss stays finite."""
        p = np.array([[0.0, 0.6, 0.4], [0.0, 1.0, 0.0]])
        labels = np.array([0, 1])
        loss = _one_loss(learner.cross_entropy(p, labels), len(p))
        assert not np.isnan(loss), (
            "The loss is not a number. 0 times minus infinity is undefined, and it arises where "
            "the logarithm of a whole table with zeros in it is multiplied. Keep probabilities a "
            "tiny step away from 0 before the logarithm."
        )
        assert np.isfinite(loss), (
            "The loss is infinite. One image's right class had the probability 0, and the "
            "logarithm of 0 is minus infinity; from such a loss nothing can be learned. Keep "
            "probabilities a tiny step away from 0 before the logarithm."
        )
        named = _named_loss(loss, p, labels)
        # The other image was told rightly, for certain: it costs nothing.
        cost = 2 * loss
        assert cost >= SURE_AND_WRONG - 0.1 or not named, named
        assert cost > 0.1, (
            f"An image that was told wrongly, for certain, costs next to nothing ({cost:.2g}). "
            "That is the worst mistake there is: it has to cost the most. Do not leave it out."
        )
        assert cost >= SURE_AND_WRONG - 0.1, (
            f"An image that was told wrongly, for certain, costs {cost:.3g} only. Probabilities "
            "were kept too far away from 0: sure mistakes then cost hardly more than doubtful "
            "ones. Use a much smaller number, such as 1e-7 or less."
        )
        single = _one_loss(learner.cross_entropy(p.astype(np.float32), labels), len(p))
        assert not np.isinf(single), (
            "With float64 the loss is finite, and with float32, which a Keras model answers in, "
            "it is infinite. The smallest number that float32 can hold is about 1e-45, and "
            "whatever is smaller becomes 0 there. Take a larger step away from 0."
        )
        assert not np.isnan(single), (
            "In float64 the loss is a number, and in float32, the type of Keras's answers, it is "
            "none. There a step of less than 6e-8 away from 1 is no step, and numbers below 1e-45 "
            "are 0: look for a logarithm of 0. Take a larger step."
        )
        twice = _one_loss(learner.cross_entropy(p[[0, 0, 1]], labels[[0, 0, 1]]), 3)
        assert np.isfinite(twice), (
            "One image that was told wrongly, for certain, has a finite cost, and two have none: "
            f"the loss is {twice}. Their costs are so large that no float can hold the sum. Keep "
            "the probability away from 0; then no cost has to be mended afterwards."
        )

    @pytest.mark.points(1)
    def test_ten_classes(self, learner, reference, rng):
        """Ten classes and forty images, some of them told badly, agree with the definition."""
        p = rng.dirichlet(np.full(CLASSES, 0.7), size=40) * 0.995 + 0.0005
        labels = rng.integers(0, CLASSES, size=40)
        p[0] = np.where(np.arange(CLASSES) == labels[0], 0.001, 0.111)
        loss = _one_loss(learner.cross_entropy(p, labels), len(p))
        expected = array_from(reference.cross_entropy(p, labels), "cross_entropy")
        assert np.isclose(loss, expected, rtol=1e-5, atol=1e-6), (
            _named_loss(loss, p, labels)
            or "The mean over forty images with ten classes is not right. Some of them gave the "
            "right class a small probability, about 0.001; such a small one counts in full."
        )

    @pytest.mark.points(1)
    def test_nothing_is_changed(self, learner):
        """The probabilities and the labels are left as they were given."""
        p = np.array([[0.0, 1.0], [0.25, 0.75], [1.0, 0.0]])
        changed = learner.ask(probes.changed_arguments, "cross_entropy", p, np.array([0, 1, 0]))
        assert not changed, (
            "The arrays that were handed in were changed. Whoever uses them afterwards, to count "
            "what was right, say, works with other numbers. Work on a copy, or let NumPy make a "
            "new array."
        )


# --- count_conv2d_parameters


def _other_counts(f: int, h: int, w: int, c: int) -> Iterator[tuple[int, str]]:
    """Yield what mistakes make of f filters of h × w on c channels, and what to say of each."""
    weights = f * h * w * c
    yield (
        f * (h * w + 1),
        "A filter looks at all channels at once, and has a weight for each pixel of the window in "
        "each of them. The number of input channels is missing.",
    )
    yield weights, "The biases are missing: each filter adds one number of its own, learned too."
    yield (
        weights + 1,
        "That is one bias in all. Each filter makes a map of its own, and has a bias of its own.",
    )
    yield (
        f * (h * w + 1) * c,
        "That is a bias for every channel of every filter. A filter sums over its channels first "
        "and adds its one bias then.",
    )
    yield (
        2 * weights,
        "That is twice the weights. There is one bias for a filter, not for a weight.",
    )
    yield (
        weights + c,
        "There are as many biases as channels come in. Count them by what goes out: one for each "
        "filter.",
    )
    yield (
        f * (h * c + 1),
        "The size of the window was not squared: a window of size 3 covers 3 rows of 3 pixels.",
    )
    yield (
        f * (h * h * c + 1),
        "Of the pair, only the first number was used, for height and width.",
    )
    yield (
        f * (w * w * c + 1),
        "Of the pair, the second number was used for height and width.",
    )
    yield (
        f * ((h + w) * c + 1),
        "The sides of the window were added. It covers height times width pixels.",
    )
    for positions in ((28 - h + 1) * (28 - w + 1), 28 * 28):
        yield (
            f * (h * w * c + 1) * positions,
            "The weights were counted anew at each position of the window. They are shared: the "
            "same ones serve every position, whatever the size of the image.",
        )


def _check_count(answer: Any, f: int, kernel_size: Any, c: int) -> None:
    h, w = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
    expected = f * (h * w * c + 1)
    found = array_from(answer, "count_conv2d_parameters")
    assert found.size == 1, f"One number is expected, and an array {found.shape} came."
    if found == expected:
        return
    said = next(
        (text for number, text in _other_counts(f, h, w, c) if found == number),
        "Count the weights of one filter, add its bias, then count the filters.",
    )
    raise AssertionError(
        f"For {f} filters, a window of {h} × {w} and {c} channels it says {found.item():g}. {said}"
    )


@pytest.mark.question("count_conv2d_parameters", lesson="05-build#parameters")
class TestCountConv2dParameters:
    hints = (
        "Count what one filter learns, then multiply by the number of filters. The size of the "
        "image plays no part: the same weights serve every position.",
        "With one channel and a square window all is well, and otherwise not? A filter has one "
        "weight for each pixel of its window in each input channel. And a pair (height, width) has "
        "to be taken apart before anything is multiplied.",
        "First make height and width, either from a pair or from one int. Weights of one filter: "
        "height times width times channels. Add 1 for the bias inside the bracket, before you "
        "multiply by the filters.",
    )

    @pytest.mark.points(1)
    def test_a_square_window(self, learner):
        """Eight filters of 3 × 3 on four channels are counted with their biases."""
        _check_count(learner.count_conv2d_parameters(8, 3, 4), 8, 3, 4)

    @pytest.mark.points(1)
    def test_a_window_given_as_a_pair(self, learner):
        """Six filters of 5 × 2 on three channels are counted: the window is a pair."""
        try:
            answer = learner.ask(probes.call_with_tuples, "count_conv2d_parameters", 6, [5, 2], 3)
        except LearnerError as error:
            if error.kind in ("NotImplementedError", "NameError"):
                raise
            raise AssertionError(
                f"With a pair such as (5, 2) for `kernel_size`, {error}. Keras takes an int or a "
                "pair, and so should this function: see which of the two came."
            ) from error
        _check_count(answer, 6, (5, 2), 3)

    @pytest.mark.points(1)
    def test_other_layers(self, learner, reference):
        """Layers of several sizes agree with what Keras would count."""
        for filters, kernel_size, channels in (
            (32, 3, 1), (64, 5, 32), (1, 1, 7), (12, [1, 7], 5), (10, [4, 4], 2)
        ):  # fmt: skip
            arguments = ("count_conv2d_parameters", filters, kernel_size, channels)
            answer = learner.ask(probes.call_with_tuples, *arguments)
            expected = reference.ask(probes.call_with_tuples, *arguments)
            assert agree(array_from(answer, arguments[0]), expected), (
                "Some layers are counted wrongly. Try it with windows of other sizes, with pairs, "
                "and with more channels than one, and compare with a layer of Keras."
            )


# --- model_plan

KINDS = ("conv", "pool", "flat", "dense", "dense")
LAYERS = ("Conv2D", "MaxPooling2D", "Flatten", "Dense with 100", "Dense with 10")
TOTAL = 542_230


def _plan_of(learner: Notebook) -> list[tuple[str, Any, Any]]:
    """Return the rows as (name, shape, parameters), after a look at their form."""
    answer = learner.model_plan()
    assert answer is not None, (
        "`model_plan` returned nothing (None). Keras's summary prints and returns nothing; return "
        "the rows themselves."
    )
    rows = parts_from(answer, "model_plan")
    for row in rows:
        is_row = isinstance(row, list) and len(row) == 3 and isinstance(row[0], str)
        assert is_row, NOT_A_ROW
    names = [row[0] for row in rows]
    assert not names or "input" not in names[0].lower(), (
        "The first row is the input. In this plan the input is no layer: nothing happens there. "
        "Start with what the convolution makes of it."
    )
    assert any("flat" in name.lower() for name in names), (
        "There is no row for Flatten. It learns nothing, and it changes the shape: without it a "
        "dense layer would work on each position of the maps by itself."
    )
    assert len(rows) == len(KINDS), (
        f"The plan has {_number(len(rows))} rows, and the network has five layers. A row stands "
        "for a layer; a total is none."
    )
    assert not any("average" in name.lower() for name in names), (
        "The plan has average pooling. It gives the same shapes, and it is another layer: this "
        "network keeps the largest value of each window. Look at the flow above once more."
    )
    wrong = [
        f"row {i} is called {name!r}"
        for i, (name, kind) in enumerate(zip(names, KINDS, strict=True), start=1)
        if kind not in name.lower()
    ]
    assert not wrong, (
        f"The layers should be {', '.join(LAYERS)}, in this order, and {wrong[0]}. Use Keras's "
        "names."
    )
    return [(row[0], row[1], row[2]) for row in rows]


NOT_A_ROW = (
    "Each row has three parts: the layer's name as text, its output shape, its number of "
    "parameters. Not every row here has."
)


def _number(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
    return words[count] if count < len(words) else str(count)


def _shape_of(row: tuple[str, Any, Any]) -> list[int]:
    name, value, _ = row
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, int | np.integer):  # (7) is a plain 7 in Python
        return [int(value)]
    assert isinstance(value, list), (
        f"The output shape of {name} should be a tuple of ints such as (7, 7, 8)."
    )
    assert not value or value[0] is not None, (
        f"The shape of {name} begins with None, which stands for the number of images. The plan "
        "follows one image: leave it out."
    )
    assert all(isinstance(size, int | np.integer) for size in value), (
        f"The output shape of {name} should hold whole numbers only."
    )
    return [int(size) for size in value]


def _count_of(row: tuple[str, Any, Any]) -> float:
    count = array_from(row[2], "model_plan", "a number of parameters")
    assert count.size == 1, f"For {row[0]}, one number of parameters is expected."
    return count.item()


def _places(length: int, window: int) -> int:
    return length - window + 1


def _name_the_shape_mistake(conv: list[int], pool: list[int]) -> str:
    if conv == [28, 28, 32]:
        return (
            "The convolution keeps 28 × 28 here. Without padding the window of 3 × 3 must lie "
            "fully inside the image; count how many places it has in a row of 28 pixels."
        )
    if conv == [25, 25, 32]:
        return (
            "28 − 3 leaves out one place: the window can stand at the first pixel too. Try a row "
            "of 4 pixels and a window of 3, by hand."
        )
    if conv == [32, 26, 26]:
        return (
            "The 32 stands first. Keras puts channels last: height, width, channels. The shape of "
            "the input, (28, 28, 1), shows the order."
        )
    if conv in ([26, 26, 1], [26, 26]):
        return (
            "The convolution makes one map for each filter, and there are 32 filters. The last "
            "number of the shape says how many maps there are."
        )
    if conv == [26, 26, 32] and pool == [25, 25, 32]:
        return (
            "A pooling window of 2 × 2 moves by its own width, unless told otherwise: the windows "
            "lie side by side and do not overlap."
        )
    if conv == [26, 26, 32] and pool == [13, 13, 16]:
        return (
            "Pooling looks at each map by itself. It halves height and width, and leaves the "
            "number of channels as it is."
        )
    return (
        f"The plan says {tuple(conv)} after the convolution and {tuple(pool)} after pooling. "
        "Slide a window of 3 along a row of 28 pixels and count its places; then see how many "
        "windows of 2 fit side by side."
    )


@pytest.mark.question("model_plan", lesson="05-build#plan")
class TestModelPlan:
    hints = (
        "Follow one image. A convolution without padding loses a rim, pooling halves, Flatten "
        "lines everything up, a dense layer gives as many values as it has units.",
        "If the total is not 542,230, start with the shapes: nearly all parameters lie between "
        "Flatten and the first dense layer, so a wrong number there is a wrong shape before it.",
        "Places of a window of k pixels in a row of n: n - k + 1. Flatten gives height * width * "
        "channels values. Dense learns inputs * units weights and one bias for each unit. Write "
        "five tuples with these numbers.",
    )

    @pytest.mark.points(1)
    def test_five_layers(self, learner):
        """There are five rows, one for each layer, in order."""
        _plan_of(learner)

    @pytest.mark.points(1)
    def test_convolution_and_pooling(self, learner):
        """The shapes after the convolution and after pooling are right."""
        conv, pool = map(_shape_of, _plan_of(learner)[:2])
        side = _places(28, 3)
        right = conv == [side, side, 32] and pool == [side // 2, side // 2, 32]
        assert right, _name_the_shape_mistake(conv, pool)

    @pytest.mark.points(1)
    def test_total(self, learner):
        """The parameters sum to 542,230."""
        rows = _plan_of(learner)
        total = sum(map(_count_of, rows))
        assert total == TOTAL, f"The parameters sum to {total:,g}. {_name_the_total(rows)}"

    @pytest.mark.points(1)
    def test_rows_of_values(self, learner, reference):
        """Flatten and the dense layers give rows of the right length."""
        _, pool, flat, hidden, last = map(_shape_of, _plan_of(learner))
        _, right_pool, *right = map(_shape_of, _plan_of(reference))
        assert pool == right_pool or flat != [int(np.prod(pool))], (
            "Flatten lines up what pooling gives it, and what comes in has a wrong shape. "
            "Mend the shapes before it first."
        )
        assert flat != [int(np.prod(right_pool[:2]))], (
            "Flatten gives the values of a single map here. It lines up the values of all maps."
        )
        assert flat == right[0], (
            "The shape after Flatten is not right. Multiply the three numbers of the shape before."
        )
        assert [hidden, last] == right[1:], (
            "A dense layer gives one value for each of its units, in a row, whatever comes in."
        )

    @pytest.mark.points(1)
    def test_each_layer(self, learner, reference):
        """Each layer's number of parameters is right."""
        rows = zip(LAYERS, _plan_of(learner), _plan_of(reference), strict=True)
        for layer, row, right in rows:
            assert _count_of(row) == _count_of(right), (
                f"The number of parameters of {layer} is not right."
            )


def _name_the_total(rows: list[tuple[str, Any, Any]]) -> str:
    conv, pool, flat, hidden, last = map(_count_of, rows)
    try:
        values = [int(np.prod(_shape_of(row))) for row in rows]
    except AssertionError:  # the check of the shapes tells
        values = [0] * len(rows)
    if values == [conv, pool, flat, hidden, last]:
        return (
            "What was counted for each layer are the numbers it gives out. Parameters are the "
            "numbers it learns: its weights and biases."
        )
    if pool or flat:
        return (
            f"Nothing is learned in {'pooling' if pool else 'Flatten'}: it only picks or "
            "rearranges what comes in. Such a layer has 0 parameters."
        )
    if hidden == values[2] * 100 and last == 100 * 10:
        return "These are the weights without biases. Each filter and each unit adds one."
    if conv > values[0] > 0:
        return (
            "The convolution's weights were counted at every position of its window. They are "
            "shared: 32 small filters serve the whole image."
        )
    return (
        "Nearly all parameters lie in the first dense layer: a weight for each pair of a value "
        "that Flatten gives and a unit, and a bias for each unit. Are the shapes before it right?"
    )


# --- build_baseline


def _model_facts(learner: Notebook, digits: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Return what there is to know of the baseline, which must be a model that takes digits."""
    images = _prepared(digits[:16])
    facts = _remembered(
        learner,
        "baseline",
        lambda: learner.ask(probes.describe_model, "build_baseline", images, labels[:16]),
    )
    assert facts["is_model"], _not_a_model(facts["type"])
    assert facts["call_error"] is None, _refused_images(facts)
    # Some layers swallow images of another shape, with rows, columns and channel mixed up.
    sizes = (facts["input_shape"] or [])[1:]
    mixed_up = len(sizes) == 3 and any(
        size not in (None, wanted) for size, wanted in zip(sizes, (28, 28, 1), strict=True)
    )
    assert not mixed_up, _refused_images(facts)
    return facts


def _building(learner: Notebook, digits: np.ndarray) -> dict[str, Any]:
    """Return how `build_baseline` builds; nothing if what it builds is no model."""
    images = _prepared(digits[:4])
    return _remembered(
        learner, "building", lambda: learner.ask(probes.watch_builder, "build_baseline", images)
    )


def _not_a_model(kind: str) -> str:
    if kind == "NoneType":
        return (
            "`build_baseline` returned nothing (None). `compile` sets up the model in place and "
            "returns nothing itself: return the model."
        )
    what = {"list": "a list", "tuple": "a tuple", "dict": "a dictionary"}.get(kind, f"a {kind}")
    return (
        f"`build_baseline` returned {what}, and a Keras model is expected. Layers become a model "
        "when `keras.Sequential` or `keras.Model` puts them together; return that alone."
    )


def _refused_images(facts: dict[str, Any]) -> str:
    start = "The model does not take prepared images, (N, 28, 28, 1)."
    shape = facts["input_shape"]
    if not shape:
        return f"{start} It raised {facts['call_error']}"
    if len(shape) == 5:
        return (
            f"{start} It was told {tuple(shape[1:])} as part of the shape of one image: the number "
            "of images in a batch does not belong there. Keras adds that itself."
        )
    if shape[1:] == [784]:
        return (
            f"{start} It expects 784 values in a row. Let it take images as they are, and line "
            "the values up inside the model."
        )
    if shape[0] is not None:
        return (
            f"{start} It was built for a fixed number of images, {shape[0]}. The last batch of an "
            "epoch is smaller, and one day there is a single image: leave that number open."
        )
    if shape[1:] != [28, 28, 1]:
        return (
            f"{start} It expects images of the shape {tuple(shape[1:])}. Prepared digits have 28 "
            "rows, 28 columns and one channel, the channel last."
        )
    return f"{start} It raised {facts['call_error']}"


def _with_ten_outputs(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts again, after a look at the output's shape."""
    sizes = list(facts["outputs"].shape[1:])
    gives = f"{sizes[-1]} numbers" if len(sizes) == 1 else f"an array {tuple(sizes)}"
    if sizes in ([], [1]):
        gives = "one number"
    start = f"The model gives {gives} for each image, and ten are expected, one for each digit."
    assert len(sizes) < 2, (
        f"{start} It answers at every position of the maps, so Flatten is missing, or another "
        "layer that brings all positions together before the dense layers."
    )
    assert sizes not in ([], [1]), (
        f"{start} A single number would say that 3 lies between 2 and 4; digits are ten separate "
        "answers."
    )
    assert sizes == [CLASSES], f"{start} Look at the units of the last layer."
    return facts


def _without_loss(facts: dict[str, Any]) -> str:
    """Say that there is nothing to train by, or "" if there is."""
    if not facts["compiled"]:
        return (
            "The model is not compiled: it has no optimizer, no loss and no metrics yet, so it "
            "cannot be trained. See `compile` in the lesson."
        )
    if "No loss to compute" in (facts["loss_error"] or "") and not any(facts["losses"].values()):
        return "The model was compiled without a loss, so training has nothing to make smaller."
    return ""


def _fitting_form(facts: dict[str, Any]) -> str | None:
    """Return the form of labels by which the loss tells right answers from wrong ones."""
    return next(
        (
            form
            for form, losses in facts["losses"].items()
            if losses is not None and losses["right"] < losses["wrong"] - 1e-3
        ),
        None,
    )


def _name_the_unfit_loss(facts: dict[str, Any]) -> str:
    for losses in facts["losses"].values():
        if losses is None:
            continue
        if abs(losses["right"] - losses["wrong"]) < 1e-3:
            return (
                "The loss is the same for right answers and for wrong ones: it compares each "
                "output with the number of the digit, as if a digit were a quantity. A label names "
                "a class; see the losses for classes in the lesson."
            )
        return (
            "The loss does not tell right answers from wrong ones in the right direction: it is "
            f"{losses['right']:.3g} where every digit is told rightly, and {losses['wrong']:.3g} "
            "where all are told wrongly. Training makes it smaller."
        )
    if "'string'" in (facts["loss_error"] or ""):
        return (
            "`compile` was given words where the loss has its weights: that is its third argument. "
            "Metrics have to be named: `metrics=[...]`."
        )
    return f"The loss cannot be computed with integer labels or one-hot ones: {facts['loss_error']}"


# Losses by the distance between numbers, as their names are written without underscores.
_DISTANCES = {
    *("mse", "mae", "mape", "msle", "meansquarederror", "meanabsoluteerror"),
    *("meanabsolutepercentageerror", "meansquaredlogarithmicerror", "huber", "logcosh"),
}


def _expects(facts: dict[str, Any]) -> str:
    """Tell what the loss expects: "scores", "probabilities" or, if it is neither, "other".

    A loss that applies softmax does not change when all outputs grow by 3, and perfect
    probabilities cost ln(1 + 9/e) = 1.4612 in it, 0.63 of what ten equal ones cost. A loss with a
    logarithm of the outputs grows without bound where the right class got 0.
    """
    if facts["from_logits"]:
        return "scores"
    losses = facts["losses"][_fitting_form(facts)]
    uniform = max(losses["uniform"], 1e-9)
    unmoved = np.isclose(losses["shifted"], losses["right"], rtol=1e-3)
    if unmoved and 0.6 < losses["right"] / uniform < 0.9 and losses["wrong"] / uniform < 1.2:
        return "scores"
    return "probabilities" if losses["wrong"] > 4 * uniform else "other"


def _are_probabilities(outputs: np.ndarray) -> bool:
    return bool(
        np.isfinite(outputs).all()
        and outputs.min() >= 0
        and np.allclose(outputs.sum(axis=1), 1, atol=1e-2)
    )


def _name_the_output_mistake(facts: dict[str, Any]) -> str:
    """Say why output and loss do not agree, or "" if they do."""
    outputs = facts["outputs"]
    floor = (
        "Even a perfect network could not get below ln(1 + 9/e) = 1.46 then, and nothing in the "
        "falling curve would tell you. (Keras on TensorFlow mends this and warns; other backends "
        "do not.) Choose one of the two pairs of step 5."
    )
    expects = _expects(facts)
    if _are_probabilities(outputs):
        if expects != "scores":
            return ""
        if facts["from_logits"]:
            return (
                "The model ends with softmax, and its loss has `from_logits=True`, so it would "
                f"apply softmax twice. {floor}"
            )
        return f"The model ends with softmax, and your loss applies another one by itself. {floor}"
    # Where all are equal, as after a start from zero, nothing can be told from them yet.
    between = 0 <= outputs.min() < outputs.max() <= 1
    cut_off = outputs.min() == 0 and outputs.max() > 0
    measures_distance = facts["loss_name"].lower().replace("_", "") in _DISTANCES
    if measures_distance and not between and outputs.min() < outputs.max():
        return (
            f"The loss is `{facts['loss_name']}`, the distance between numbers. Integer labels "
            "would be taken for quantities: each of the ten outputs would have to become 7 where "
            "the digit is a 7. One-hot labels ask for 0 or 1, and these outputs are sizes without "
            "a limit, so that a score far above 1 would be punished although it is right. Choose "
            "one of the two pairs of step 5."
        )
    if expects == "other" or (expects == "scores" and not between and not cut_off):
        return ""
    if cut_off and expects == "scores":
        return (
            "The last layer ends with ReLU or the like. Negative scores are cut off: a digit that "
            "is held for impossible looks like one that is undecided, and where all ten are cut "
            "off nothing is learned. Leave the scores as they are."
        )
    if cut_off:
        return (
            "The last layer ends with ReLU or the like. The loss expects probabilities that sum to "
            "1, and gets zeros and sizes without a limit. See which activation makes "
            "probabilities out of scores."
        )
    if between and np.allclose(outputs.sum(axis=0), 1, atol=1e-2):
        return (
            "The outputs sum to 1 for each digit, over all images: a softmax along the wrong axis. "
            "The ten numbers of one image should share a probability of 1."
        )
    if between:
        return (
            "The ten outputs lie between 0 and 1 and do not sum to 1, as with a sigmoid: each "
            "answers a question of its own, and all ten digits could be likely at once. One digit "
            "is right. See which activation shares out a probability of 1."
        )
    return (
        "The outputs do not sum to 1 for each image: they are raw scores, and the loss expects "
        "probabilities. Choose one of the two pairs of step 5: probabilities and a loss "
        "for them, or scores and a loss that is told so."
    )


def _name_the_building_mistake(building: dict[str, Any]) -> str:
    """Say in which way a call does not build a fresh model that takes any number of images."""
    if building["same"]:
        return (
            "Two calls of `build_baseline` gave one model, not two: the first answer is kept, as "
            "by a cache. In section 06 five models learn one after the other, and each has to "
            "begin anew. Let every call build."
        )
    layers = [kind for kind in building["shared"] if kind != "optimizer"]
    if layers:
        return (
            f"Two models that `build_baseline` gave share layers ({', '.join(layers)}), and with "
            "them their weights: whoever trains one changes the other. Look at where the layers "
            "are made; each call has to make its own."
        )
    if building["shared"]:
        return (
            "Two models that `build_baseline` gave share their optimizer. It keeps a memory of the "
            "weights that it moves, and does not know those of a second model: Keras raises an "
            "error there. Look at where the optimizer is made; each call has to make its own."
        )
    if building["steps"]:
        return (
            f"The model has taken {building['steps']:,} steps of training before it is handed "
            "over. `build_baseline` builds, and `train` trains: a model that has seen digits "
            "already cannot be compared with others, and no digit can be held out from it."
        )
    if building["batch_size"] is not None:
        return (
            f"The model says of itself that it takes {building['batch_size']} images at a time: "
            "that number is a part of its input shape. Whatever relies on it would refuse the last "
            "batch of an epoch, which is smaller, or a single image. Leave that number open."
        )
    return ""


_ACCURACIES = (
    "Keras has several accuracies: for integer labels, for one-hot ones, for equal numbers. The "
    'plain text "accuracy" picks the right one.'
)


@pytest.mark.question("build_baseline", lesson="05-build#baseline")
class TestBuildBaseline:
    hints = (
        "A network is layers in a row; compiling gives it an optimizer, a loss and metrics. The "
        "plan from step 3 is a good one, with an activation after each layer that has weights.",
        "If a check speaks of output and loss: with softmax at the end the loss must expect "
        "probabilities, without it the loss must be told from_logits=True. If it speaks of the "
        "shape: print model.output_shape, it should be (None, 10).",
        "keras.Sequential takes a list: an Input with the shape of one image, Conv2D, "
        "MaxPooling2D, Flatten, Dense, and a Dense with one unit for each digit. Then "
        "model.compile with optimizer=, loss= (the sparse kind for integer labels) and "
        "metrics=[…], and return the model.",
    )

    @pytest.mark.points(1)
    def test_a_compiled_model(self, learner, digits, labels):
        """A compiled Keras model comes back that takes prepared images, one or many."""
        facts = _model_facts(learner, digits, labels)
        assert facts["compiled"], _without_loss(facts)
        assert not facts["is_kept"], (
            "`build_baseline` returns the same model each time, one that the notebook keeps. A "
            "second training would go on where the first one ended. Build it inside the function."
        )
        mistake = _name_the_building_mistake(_building(learner, digits))
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_ten_outputs(self, learner, digits, labels):
        """It gives ten numbers for each image."""
        facts = _with_ten_outputs(_model_facts(learner, digits, labels))
        assert facts["shape_for_one"] == [1, CLASSES], (
            "Ten numbers come for many images, and something else for a single one. Look for a "
            "place where the number of images is used."
        )

    @pytest.mark.points(1)
    def test_output_and_loss(self, learner, digits, labels):
        """The output is what the loss expects, and the loss fits labels of ten classes."""
        facts = _with_ten_outputs(_model_facts(learner, digits, labels))
        without_loss = _without_loss(facts)
        assert not without_loss, without_loss
        assert _fitting_form(facts), _name_the_unfit_loss(facts)
        name = facts["loss_name"].lower()
        assert not ("binary" in name and "entropy" in name), (
            "Binary cross-entropy asks ten yes-or-no questions, as if several digits could be in "
            "one image. Here exactly one of ten classes is right. See the two losses for classes "
            "in the lesson."
        )
        mistake = _name_the_output_mistake(facts)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_accuracy(self, learner, digits, labels):
        """Accuracy is among the metrics."""
        facts = _with_ten_outputs(_model_facts(learner, digits, labels))
        without_loss = _without_loss(facts)
        assert not without_loss, without_loss
        assert "metrics" in facts, _name_the_unfit_loss(facts)
        assert facts["metric_error"] is None, (
            "A metric of the model cannot be computed with the labels that its loss takes: "
            f"{facts['metric_error']}. {_ACCURACIES}"
        )
        right, half = facts["metrics"]
        names = list(right)
        assert names, (
            "The model reports no accuracy: only the loss is measured. A loss is hard to read, a "
            "share of right answers is not. See the metrics of `compile`."
        )
        if any(np.allclose([right[name], half.get(name, 0)], [1, 0.5]) for name in names):
            return
        listed = ", ".join(f"`{name}`" for name in names)
        assert any("acc" in name.lower() for name in names), (
            f"The metrics are {listed}, and none of them is the accuracy. Add it: the share of "
            "right answers is what section 06 compares."
        )
        raise AssertionError(
            f"The metric {listed} does not tell how many answers are right, with the labels that "
            f"this loss takes. {_ACCURACIES}"
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_bends(self, learner, digits, labels):
        """There is an activation between the layers that have weights."""
        facts = _with_ten_outputs(_model_facts(learner, digits, labels))
        assert facts["kernels"] < 2 or facts["bends"] is not False, (
            "There is no activation between the layers. Sums of sums are only sums: without a "
            "bend between them, such layers can do hardly more than a single one. Give each "
            "hidden layer with weights an activation."
        )
        building = _building(learner, digits)
        if building["straight"] is None:
            return
        first, second = building["straight"]
        assert not building["idle"], (
            f"The model holds an activation that no image passes ({', '.join(building['idle'])}): "
            f"it was made, and nothing is sent through it. So a {first} layer hands its sums "
            f"straight on to a {second} layer. Look at the way from input to output."
        )
        raise AssertionError(
            f"Somewhere there is an activation, and yet a {first} layer hands its sums straight on "
            f"to a {second} layer. Sums of sums are sums: the two can do no more than one of them. "
            "Look at each hidden layer with weights, one by one."
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_learns(self, learner, digits, labels):
        """A step of training moves the weights, and not into the void."""
        facts = _with_ten_outputs(_model_facts(learner, digits, labels))
        without_loss = _without_loss(facts)
        assert not without_loss, without_loss
        assert "moved" in facts, _name_the_unfit_loss(facts)
        assert facts["step_error"] is None, f"A step of training raised {facts['step_error']}"
        assert facts["kernels"], (
            "No weight of the model may be changed: its layers are frozen. See `trainable`."
        )
        assert facts["moved"], (
            "No weight moved in a step of training. Look at the learning rate of the optimizer."
        )
        assert facts["next_loss"] < 1_000, (  # not a number is not below it either
            f"After one step of training the loss is {facts['next_loss']:.3g}: the step is far "
            "too large. Look at the learning rate of the optimizer."
        )
        assert not facts["blind"], (
            "After a step of training, the model still has one answer for all images: nothing of "
            "them reaches its output. That is so where all weights of a hidden layer begin at 0. "
            "Look at the initializers."
        )


# --- train

TRAINED_ON = 48
VALIDATED_ON = 16


def _training(
    learner: Notebook, digits: np.ndarray, labels: np.ndarray, epochs: int, builder: str | None
) -> dict[str, Any]:
    """Return what `train` did: 48 images to learn from, and 16 others to validate on."""
    images = _prepared(digits)
    data = (images[:TRAINED_ON], labels[:TRAINED_ON], images[TRAINED_ON:], labels[TRAINED_ON:])
    return _remembered(
        learner,
        f"training {epochs} {builder}",
        lambda: learner.ask(probes.spy_on_training, "train", *data, epochs, builder),
    )


MANY = 25 * TRAINED_ON


def _training_on_many(learner: Notebook, digits: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Return what `train` did with 1,200 images in one epoch: 48 digits, moved in 25 ways."""
    images = _prepared(digits)
    moved = [
        np.roll(images[:TRAINED_ON], (down, right), axis=(1, 2))
        for down in range(-2, 3)
        for right in range(-2, 3)
    ]
    many = np.concatenate(moved), np.tile(labels[:TRAINED_ON], len(moved))
    data = (*many, images[TRAINED_ON:], labels[TRAINED_ON:])
    return _remembered(
        learner,
        "training on many",
        lambda: learner.ask(probes.spy_on_training, "train", *data, 1, None),
    )


def _check_history(facts: dict[str, Any], epochs: int) -> dict[str, list[float]]:
    """Check that a History came back and that as many epochs were trained as were asked for."""
    history = facts["history"]
    assert history is not None, _not_a_history(facts)
    runs = [run for run in facts["runs"] if run["epochs"] is not None]
    trained = sum(run["epochs"] for run in runs)
    recorded = len(history.get("loss", ()))
    for run in runs:
        assert run["epochs"] == run["asked"], (
            f"A training was ended by a callback after {run['epochs']} of {run['asked']} epochs. "
            "Exactly as many as `epochs` says are wanted here, so that trainings can be compared. "
            "Look at the callbacks."
        )
    assert trained != 1 or epochs == 1, (
        f"The model was trained for a single epoch, and `epochs` said {epochs}. That is what "
        "`fit` does when it is not told."
    )
    assert trained <= epochs or trained != 2 * epochs or len(runs) < 2, (
        f"The model was trained twice: {trained} epochs in all, where `epochs` said {epochs}. Each "
        "call of `fit` goes on training. Keep what the first call returns."
    )
    assert not runs or trained == epochs, (
        f"The model was trained for {trained} epochs, and `epochs` said {epochs}. The caller "
        "decides how long it lasts."
    )
    assert recorded, (
        "The History that came back has no training loss for any epoch. Return the one of this "
        "training."
    )
    assert recorded == epochs or not runs, (
        f"The History that came back holds {recorded} of the {epochs} epochs: only the last, if "
        "`fit` was called once for each. One call can do all of them."
    )
    assert recorded == epochs, (
        f"The History that came back holds {recorded} epochs, and `epochs` said {epochs}."
    )
    return history


def _not_a_history(facts: dict[str, Any]) -> str:
    if facts["is_model"]:
        return (
            "`train` returned the model. The caller has that one already, and it was trained in "
            "place; what is missing is the record of the training, which `fit` returns."
        )
    if facts["type"] == "dict":
        return (
            "`train` returned a dictionary, perhaps the dictionary inside the History. Return the "
            "History itself: its `history` is that dictionary."
        )
    if facts["type"] == "NoneType":
        return (
            "`train` returned nothing (None), so the losses of its epochs are lost. `fit` returns "
            "a History: pass it on."
        )
    return (
        f"`train` returned a {facts['type']}, and a History is expected: the record of all epochs, "
        "which `fit` returns."
    )


_CHANGED_PLACES = (
    "Training and validation data changed places: the model learns from the images that were meant "
    "to measure it, and is measured on the others. See the order in which `train` gets them."
)
_DIVIDED = (
    "The largest pixel that the model is shown is {largest:.4f}: the images were divided by 255 "
    "once more. `train` gets prepared images, from 0 to 1, and hands them on as they are."
)
_UNLABELLED = (
    "The {} images come without labels, or without one for each. Images and labels go together."
)
_SPLIT = (
    "`validation_split` cuts the validation set out of the training images: fewer are left to "
    "learn from, and the validation data that were handed in are not used. There is another "
    "argument of `fit` for data that one has."
)


def _check_training_data(run: dict[str, Any]) -> None:
    data = run["training"]
    if data is None:
        return  # a loop of the learner's own that we cannot see into
    assert not data["of_validation"] or data["of_training"], _CHANGED_PLACES
    assert not data["of_validation"], (
        "The model learns from the validation images too. Then validation measures what was "
        "learned by heart, and no longer how the model does on images it does not know."
    )
    assert not data["unknown"] or not data["names"], (
        f"The model learns from `{'`, `'.join(data['names'])}` of the notebook, not from the "
        "images that `train` was given. Use the arguments: in section 06 `train` gets other images "
        "each time."
    )
    assert data["unknown"] == 0 or not 0 < data["largest"] < 0.01, _DIVIDED.format(**data)
    assert not run["split"], _SPLIT
    assert data["labels_kept"] is not False, (
        "Images and labels no longer belong together: some images come with the label of another "
        "one. If both are shuffled, it must be in the same order."
    )
    assert data["shape"] == [28, 28, 1], (
        f"The model is shown images of the shape {tuple(data['shape'])}. Prepared images are "
        "(28, 28, 1); hand them on as they are."
    )
    assert run["epochs"] is None or data["labels_kept"] is not None, _UNLABELLED.format("training")
    assert not run["cut_off"], (
        f"`steps_per_epoch` ends an epoch when {data['of_training']} images of {TRAINED_ON} are "
        "seen. An epoch is over when every image was shown; without that argument `fit` sees to it."
    )
    left_out = _name_the_left_out(run, TRAINED_ON)
    assert not left_out, left_out


def _shows_some_only(run: dict[str, Any], count: int) -> bool:
    data = run["training"]
    return data is not None and data["of_training"] < count and not data["unknown"]


def _name_the_left_out(run: dict[str, Any], count: int) -> str:
    """Say how many of all images are shown, or "" if none is left out for good."""
    if not _shows_some_only(run, count):
        return ""
    shown = run["training"]["of_training"]
    if not run["batched"] or shown < count / 2:
        return (
            f"The model is shown {shown:,} of the {count:,} images that `train` was given. An "
            "epoch shows each of them once."
        )
    if run["same_again"]:
        return (
            f"Of {count:,} images, {count - shown:,} are never shown, the same ones in each epoch: "
            "the last batch, which they do not fill, is dropped. A batch may be smaller than the "
            "others."
        )
    return ""  # another remainder is left out in each epoch


def _check_validation_data(run: dict[str, Any]) -> None:
    data = run["validation"]
    assert not run["split"], _SPLIT
    assert data is not None, (
        "The model is trained without validation: nobody measures how it does on images that it "
        "does not learn from, and learning by heart would go unseen. Hand on what `train` was "
        "given for that."
    )
    assert not data["unknown"] or not data["names"], (
        f"Validation uses `{'`, `'.join(data['names'])}` of the notebook, not the validation data "
        "that `train` was given. The test set above all must wait until the end: whoever looks at "
        "it while choosing, chooses what suits it. Use the argument."
    )
    assert data["unknown"] == 0 or not 0 < data["largest"] < 0.01, _DIVIDED.format(**data)
    swapped = run["training"] is not None and not run["training"]["of_training"]
    assert data["of_validation"] or not data["of_training"] or not swapped, _CHANGED_PLACES
    assert not data["of_training"], (
        "The model is measured on images that it has just learned from. That cannot show whether "
        "it does well on others. Use the validation data that `train` was given."
    )
    assert data["of_validation"] or not data["unknown"], (
        "Validation uses images that `train` was not given. Use the validation data from its "
        "arguments: the caller decides what is held out."
    )
    assert data["labels_kept"] is not False, (
        "The validation images do not have their own labels. Hand on the pair as it is."
    )
    assert run["epochs"] is None or data["labels_kept"] is not None, _UNLABELLED.format(
        "validation"
    )
    assert data["of_validation"] == VALIDATED_ON, (
        f"Only {data['of_validation']} of the {VALIDATED_ON} validation images are used."
    )


_UNTRAINED = (
    "The model that `train` was given was not trained. It should learn in place, since the caller "
    "goes on with that very model. Call `fit` on the argument."
)


def _was_trained(facts: dict[str, Any]) -> bool:
    # `fit` does not move the weights of a model that is watched; loops of a learner's own do.
    return facts["moved"] or any(run["epochs"] is not None for run in facts["runs"])


@pytest.mark.question("train", lesson="05-build#train")
class TestTrain:
    hints = (
        "A Keras model trains itself: `fit` takes images, labels, the number of epochs and what to "
        "validate on, and returns the record of it.",
        "If too many epochs were counted, `fit` was called more than once, or an epoch number "
        "stands in the code. If val_loss is missing, `fit` was not told what to validate on. If "
        "labels and loss do not fit, look at how build_baseline compiles and what train hands on.",
        "One call of model.fit with the images, the labels, epochs= from the argument of the same "
        "name and validation_data= the pair that was given; return what it returns.",
    )

    @pytest.mark.points(1)
    def test_history(self, learner, digits, labels):
        """A History comes back, of exactly as many epochs as were asked for."""
        _check_history(_training(learner, digits, labels, EPOCHS, None), EPOCHS)

    @pytest.mark.points(1)
    def test_learns_from_the_training_images(self, learner, digits, labels):
        """The given model learns, from all the given images with their labels."""
        facts = _training(learner, digits, labels, EPOCHS, None)
        assert _was_trained(facts), _UNTRAINED
        changed = " and another ".join(facts["recompiled"])
        assert not changed, (
            f"`train` compiled the model anew, with another {changed}. "
            "Whoever builds a model chooses its loss and its optimizer, and here that choice "
            "was overruled. Train the model as it comes."
        )
        for run in facts["runs"]:
            _check_training_data(run)
        assert (facts["looped"] or 0) < 1.5 * TRAINED_ON * EPOCHS, (
            f"In {EPOCHS} epochs, {TRAINED_ON} images make {TRAINED_ON * EPOCHS} looks at an "
            f"image, and your loop took {facts['looped']}. An epoch shows each image once."
        )

    @pytest.mark.points(1)
    def test_validates(self, learner, digits, labels):
        """After each epoch it is measured on the given validation data."""
        facts = _training(learner, digits, labels, EPOCHS, None)
        assert _was_trained(facts), _UNTRAINED
        for run in facts["runs"]:
            _check_validation_data(run)
        history = facts["history"]
        if history is None:
            return  # another check tells
        assert "val_loss" in history, (
            "The History has no `val_loss`: what was measured on the validation data is not "
            "recorded."
        )
        assert len(history["val_loss"]) >= len(history.get("loss", [])), (
            "The History has fewer values of `val_loss` than of `loss`. Measure after each epoch."
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_with_the_learners_baseline(self, learner, digits, labels):
        """The labels that reach the model are of the kind that the baseline's loss expects."""
        facts = _training(learner, digits, labels, 8, "build_baseline")
        assert _was_trained(facts), _UNTRAINED
        if not facts["own"] or not facts.get("losses"):
            return  # there is no sound baseline to train, or a loop with a loss of its own trains
        fitting, given = _fitting_form(facts), facts["labels_given"]
        # A loss that no labels fit is a mistake in `build_baseline`, which has checks of its own.
        assert fitting in (None, given), (
            f"The loss of your baseline expects {_in_words(fitting)}, and `train` hands it "
            f"{_in_words(given)}. Either build the baseline with the loss for such labels, or "
            "turn the labels into what its loss expects."
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_a_longer_training(self, learner, digits, labels):
        """A longer training, or one on more images, is complete, and leaves the arrays alone."""
        facts = _training(learner, digits, labels, 8, "build_baseline")
        assert not facts["changed_arguments"], (
            "The arrays that were handed in were changed. The caller still needs them as they "
            "were. Work on a copy."
        )
        _check_history(facts, 8)
        few = _training(learner, digits, labels, EPOCHS, None)["runs"]
        if any(_shows_some_only(run, TRAINED_ON) for run in few):
            return  # another check tells
        for run in _training_on_many(learner, digits, labels)["runs"]:
            left_out = _name_the_left_out(run, MANY)
            assert not left_out, left_out


def _in_words(form: str) -> str:
    return {"integers": "integers (N,)", "one_hot": "one-hot rows (N, 10)"}.get(
        form, "labels of another shape"
    )


# --- predict_digits


def _predictions(
    learner: Notebook, digits: np.ndarray, sizes: tuple[int, ...], output: str
) -> list[dict[str, Any]]:
    """Return what `predict_digits` answers to batches of images that follow each other."""
    batches = np.split(_prepared(digits), np.cumsum(sizes))[: len(sizes)]
    return _remembered(
        learner,
        f"predictions {output}",
        lambda: learner.ask(probes.predict_with, "predict_digits", batches, output),
    )


def _check_digits(facts: dict[str, Any]) -> None:
    """Check that an answer is the position of the largest score in each row, as integers (N,)."""
    scores = np.asarray(facts["scores"])
    expected = scores.argmax(axis=1)
    assert facts["error"] is None, (
        f"For {len(scores)} image{'s' if len(scores) > 1 else ''} `predict_digits` raised "
        f"{facts['error']}{_way_out(facts['error'])}"
    )
    assert not facts["as_in_training"], (
        "The model is called as if it were in training, where dropout throws away a part of what "
        "it sees. Its answers then change from call to call. Ask it as for new images."
    )
    assert facts["largest"] is None or not 0 < facts["largest"] < 0.01, (
        f"The largest pixel that the model is shown is {facts['largest']:.4f}: the images were "
        "divided by 255 once more. They come prepared, from 0 to 1."
    )
    found = array_from(facts["answer"], "predict_digits")
    assert found.shape == expected.shape, _name_the_form(found, scores)
    assert found.dtype.kind in "iu", _name_the_floats(found, scores)
    assert (found == expected).all(), _name_the_digits(found, scores)


def _check_ties(facts: dict[str, Any]) -> None:
    """Check that an answer holds one digit for each image where all ten numbers are equal."""
    n = len(facts["scores"])
    assert facts["error"] is None, (
        "Where a model gives an image ten equal numbers, `predict_digits` raised "
        f"{facts['error']}{_way_out(facts['error'])}"
    )
    found = array_from(facts["answer"], "predict_digits")
    assert found.shape == (n,), (
        f"A model gave {n} images ten equal numbers each, and {found.size} digits came back. "
        "Several numbers of a row may be the largest, and still an image has one digit: any one of "
        "them will do."
    )
    assert found.dtype.kind in "iu", _name_the_floats(found, facts["scores"])
    assert np.isin(found, range(CLASSES)).all(), (
        "Where a model gives an image ten equal numbers, what came back is no digit from 0 to 9."
    )


def _way_out(error: str) -> str:
    """Say more of what `predict_digits` raised, or nothing."""
    if "predict_classes" in error:
        return (
            ". Old versions of Keras had that. Today `predict` gives the ten numbers of each "
            "image, and the digit is the position of the largest."
        )
    if "incompatible with the layer" in error:
        return (
            ". A model takes images as a batch, (N, 28, 28, 1), also a single one: `images[i]` has "
            "lost the first axis, and `images[i : i + 1]` keeps it."
        )
    return ""


def _name_the_form(found: np.ndarray, scores: np.ndarray) -> str:
    n = len(scores)
    start = f"For {n} image{'s' if n > 1 else ''} the answer has the shape {found.shape}."
    if found.shape == scores.shape and np.isin(found, (0, 1)).all():
        return f"{start} These are one-hot rows. Return the digits themselves, one integer each."
    if found.shape == scores.shape:
        return (
            f"{start} These are the ten numbers that the model gives for each image. The digit is "
            "the position of the largest of them."
        )
    if found.shape == (CLASSES,):
        return (
            f"{start} That is one answer for each digit: along axis 0 the images are compared with "
            "each other. Compare the ten numbers of each image."
        )
    if found.ndim == 0 and n == 1:
        return (
            f"{start} A single number came instead of an array with one digit in it. For one image "
            "too the answer is an array, (1,); whoever loops over it would fail otherwise."
        )
    if found.ndim == 0:
        return (
            f"{start} One number came for all of them. Without an axis, argmax looks for the "
            "largest number of the whole table."
        )
    if found.shape == (n, 1):
        return f"{start} That is a column. Digits come in one row, ({n},), as labels do."
    if found.shape == (1,):
        return f"{start} The answer is for the first image only. Each image gets one."
    lost = "Images that do not fill a batch need a digit too. " if found.size < n else ""
    return (
        f"{start} One digit for each image is expected, ({n},). {lost}If only numbers above one "
        "half were taken: an unsure model has no such number, and scores may have several."
    )


def _name_the_floats(found: np.ndarray, scores: np.ndarray) -> str:
    if np.allclose(found, scores.max(axis=1), rtol=1e-3, atol=1e-6):
        return (
            "The answer holds the largest number itself, for each image. The digit is where it "
            "stands: its position in the row."
        )
    return (
        f"The digits have the dtype {found.dtype}. Digits are labels: integers, so that they can "
        "be compared and used as positions."
    )


def _name_the_digits(found: np.ndarray, scores: np.ndarray) -> str:
    expected = scores.argmax(axis=1)
    over_images = np.exp(scores - scores.max(axis=0))
    with np.errstate(all="ignore"):
        powers = np.exp(scores.astype(np.float32))
        overflowing = (powers / powers.sum(axis=1, keepdims=True)).argmax(axis=1)
    readings = (
        (
            scores.argmin(axis=1),
            "The answer is the digit with the smallest number, the least likely one.",
        ),
        (
            expected + 1,
            "Every digit is one too large. Positions are counted from 0, as the digits are.",
        ),
        (
            np.zeros_like(expected) if len(scores) > 1 else None,
            "Every image is taken for a 0. If the model's numbers are rounded before the largest "
            "is looked for, an unsure row is all zeros.",
        ),
        (
            (over_images / over_images.sum(axis=0)).argmax(axis=1) if len(scores) > 1 else None,
            "The numbers were turned into probabilities along the images, so that each digit's "
            "numbers sum to 1. Only the ten numbers of one image may be compared, and their order "
            "is all that counts.",
        ),
        (
            (scores**2).argmax(axis=1),
            "A number far below 0 was taken for a large one. Scores may be negative: the largest "
            "is the one that stands furthest up, not the one of the largest size.",
        ),
        (
            overflowing if np.abs(scores).max() > 88 else None,
            f"Scores come in any size, here up to {scores.max():.0f}, and powers of e of that size "
            "are infinite: what is divided by them is not a number. The order of the scores says "
            "which digit is meant; they need not become probabilities for that.",
        ),
    )  # fmt: skip
    said = [text for digits, text in readings if digits is not None and (found == digits).all()]
    if len(said) == 1:  # of a single image, several readings may give the same digit
        return said[0]
    share = np.mean(found == expected)
    return (
        f"For {share:.0%} of the images the digit is the position of the model's largest number. "
        "It should be so for all."
    )


@pytest.mark.question("predict_digits", lesson="05-build#predict")
class TestPredictDigits:
    hints = (
        "The model gives a table: a row for each image, a column for each digit. The digit is the "
        "number of the column with the largest entry of the row.",
        "If the answer has ten entries however many images there are, the rows were compared with "
        "each other: look at the axis. If it fails for one image only, something removed an axis.",
        "Ask the model with model.predict, and let np.argmax find the place of the largest number "
        "along the axis of the ten classes. Nothing has to be squeezed, rounded or compared.",
    )

    @pytest.mark.points(1)
    def test_several_images(self, learner, digits):
        """Twelve images give twelve integers, the positions of the largest probabilities."""
        several, _ = _predictions(learner, digits, (12, 1), "probabilities")
        _check_digits(several)

    @pytest.mark.points(1)
    def test_one_image(self, learner, digits):
        """One image gives an array with one integer."""
        several, one = _predictions(learner, digits, (12, 1), "probabilities")
        if np.ndim(several["answer"]) == 0:
            _check_digits(several)  # which says more than the answer to a single image
        _check_digits(one)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_scores(self, learner, digits):
        """A model that gives scores, some of them negative, is read in the same way."""
        scores, _ = _predictions(learner, digits, (18, 26), "logits")
        _check_digits(scores)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_more_images(self, learner, digits):
        """Other images are read rightly too, and stay as they were."""
        _, more = _predictions(learner, digits, (18, 26), "logits")
        assert not more["changed_arguments"], (
            "The images that were handed in were changed. The caller still needs them as they "
            "were. Work on a copy."
        )
        _check_digits(more)
        for large in _predictions(learner, digits, (20,), "large logits"):
            _check_digits(large)
        for equal in _predictions(learner, digits, (7,), "equal"):
            _check_ties(equal)
