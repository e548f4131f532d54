"""Checks of 00_things_to_know: a layer of Keras, and what it does, in NumPy."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from, parts_from

Readings = Iterator[tuple[Any, str]]


def _size(array: np.ndarray) -> float:
    """Return the largest size of a number in an array, by which differences are measured."""
    finite = np.abs(array[np.isfinite(array)])
    return float(finite.max(initial=0.0))


def _demand(answer: Any, name: str, expected: np.ndarray, readings: Readings, else_: str) -> None:
    """Demand that an answer agrees with what is expected; a known mistake is told by its name.

    Args:
        readings: what known mistakes would give, and what to say of each.
        else_: what to say of any other mistake.
    """
    found = array_from(answer, name)
    scale = _size(expected)
    if agree(found, expected, scale):
        return
    with np.errstate(all="ignore"):
        for value, text in readings:
            if agree(found, value, scale) and not agree(np.asarray(value), expected, scale):
                raise AssertionError(text)
    assert found.shape == expected.shape, (
        f"The shape of the result is {found.shape}, and {expected.shape} is expected. {else_}"
    )
    assert not np.isnan(found).any() or np.isnan(expected).any(), (
        f"The result holds `nan`, which is not a number. {else_}"
    )
    raise AssertionError(else_)


def _is_unwritten(error: LearnerError) -> bool:
    return error.kind in ("NotImplementedError", "NameError")


# --- warm_up


def _other_warm_ups(inputs: np.ndarray, weights: np.ndarray) -> Readings:
    products = inputs * weights
    yield (
        products,
        "One product for each input came back. They are right, and not yet added up: the result "
        "is one number.",
    )
    yield (
        (inputs + weights).sum(),
        "Each input and its weight were added. An input with a large weight should count for more, "
        "and one with the weight 0 not at all: multiply them.",
    )
    yield (
        products.mean(),
        "This is the mean of the products. A unit adds them up; dividing by their number would "
        "make it weaker the more inputs it has.",
    )
    yield (
        inputs.sum(),
        "The inputs were added up as they are, without their weights. Then every unit of a network "
        "would say the same."
        if len(inputs) > 1
        else "A single input came back as it is. Its weight plays no part, or was divided away "
        "again.",
    )
    yield (
        products.sum() / weights.sum(),
        "The sum was divided by the sum of the weights: a weighted mean, as in statistics. A unit "
        "only adds up.",
    )
    yield (
        inputs.sum() * weights.sum(),
        "Inputs and weights were added up first and multiplied then. Each input has a weight of "
        "its own: multiply in pairs, then add.",
    )


@pytest.mark.question("warm_up", lesson="00-things-to-know#warm-up")
class TestWarmUp:
    hints = (
        "A weighted sum is like a bill: the number of each thing, times its price, all added up.",
        "If an array comes back, something was not added up. If None comes back, look for the word "
        "return. The function as it was handed out is right: undo your last change.",
        "Multiply the two arrays entry by entry with the star, and put np.sum around it.",
    )

    @pytest.mark.points(0)
    def test_three_inputs(self, learner):
        """Three inputs with three weights give one number."""
        inputs, weights = np.array([2.0, -1.0, 0.5]), np.array([3.0, 1.0, 4.0])
        _demand(
            learner.warm_up(inputs, weights),
            "warm_up",
            np.asarray(7.0),
            _other_warm_ups(inputs, weights),
            "The inputs 2, -1 and 0.5 with the weights 3, 1 and 4 make 6 - 1 + 2 = 7.",
        )

    @pytest.mark.hidden
    @pytest.mark.points(0)
    def test_a_single_weighted_input(self, learner):
        """A single input is multiplied by its weight."""
        inputs, weights = np.array([4.0]), np.array([-2.5])
        _demand(
            learner.warm_up(inputs, weights),
            "warm_up",
            np.asarray(-10.0),
            _other_warm_ups(inputs, weights),
            "One input of 4 with the weight -2.5 makes -10. The number of inputs may vary.",
        )


# --- make_dense_layer


def _layer(learner: Notebook, units: int, width: int) -> tuple[dict[str, Any], np.ndarray]:
    """Return the facts of a layer and what it gives for the rows 0, a, -a and 2a."""
    a = np.linspace(1.5, 3, width) * np.where(np.arange(width) % 2, -1, 1)
    rows = np.stack([0 * a, a, -a, 2 * a]).astype(np.float32)
    facts = learner.ask(probes.describe_layer, "make_dense_layer", units, rows)
    came = facts["type"]
    assert not facts["is_class"], (
        f"The class `{came}` itself came back. It is the pattern for layers: call it with the "
        "number of units, and you get a layer."
    )
    is_answer = "Tensor" in came or came == "ndarray"
    assert not is_answer, (
        f"What came back (of the type {came}) stands for numbers, as they go into a layer or come "
        "out of it, and not for the layer. Perhaps it was called on some input already. Return the "
        "layer itself; whoever asks for it will call it."
    )
    assert came != "NoneType", (
        "`make_dense_layer` returned nothing (None). What a function has made leaves it by "
        "`return`."
    )
    assert facts["is_layer"], (
        f"What came back is of the type {came}, and no layer of Keras. Layers live in "
        "`keras.layers`."
    )
    error = facts["call_error"]
    assert error is None or "expected axis -1" not in error, (
        f"The layer is made for a fixed number of inputs, and rows of {width} do not fit. That is "
        "settled when it is built, or called for the first time: leave both to whoever asked for "
        "it."
    )
    assert error is None, (
        f"Called on 4 rows of {width} numbers, the layer raised {error} A dense layer takes such "
        "rows as they are."
    )
    outputs = array_from(facts["outputs"], "make_dense_layer", "what the layer gives")
    assert outputs.shape == (4, units), (
        f"Asked for {units} units, the layer gives the shape {outputs.shape} for 4 rows; "
        f"(4, {units}) is expected, one number for each row and unit. The argument says how many "
        "units there are."
    )
    return facts, outputs


def _check_sums(facts: dict[str, Any], outputs: np.ndarray, units: int, width: int) -> None:
    """Check that a layer's outputs are weighted sums plus biases, and nothing else."""
    zero, a, opposite, double = outputs.astype(float)
    softmax = np.allclose(outputs.sum(axis=1), 1, atol=1e-2)
    assert not softmax or units != 10, (
        "A layer of ten units sums to 1 in each row, and smaller ones do not. Ten units need not "
        "be the last layer of a network: only add up, however many are asked for."
    )
    assert not softmax, (
        "Each row of what the layer gives sums to 1: there is a softmax in it. This layer should "
        "only add up; softmax has its own step below."
    )
    tolerance = 0.02 * float(np.abs(outputs).max())  # layers may compute in half precision
    straight = np.allclose(a + opposite, 2 * zero, atol=tolerance)
    straight = straight and np.allclose(double - a, a - zero, atol=tolerance)
    assert straight or outputs.min() < 0, (
        "The layer never gives a negative number, so it has an activation such as ReLU. This one "
        "should only add up: say nothing about an activation."
    )
    assert straight, (
        "The layer bends its sums: twice the input does not change them twice as much. It has an "
        "activation such as tanh or sigmoid, and this one should have none."
    )
    weights = width * units
    assert facts["parameters"] != weights, (
        f"The layer has {weights} weights and no biases. Each unit should add a number of its own, "
        "which is what Keras does unless it is told otherwise."
    )
    assert facts["parameters"] == weights + units, (
        f"The layer keeps {facts['parameters']} numbers. With {width} inputs and {units} units it "
        f"should be {weights} weights and {units} biases. One dense layer is enough."
    )


@pytest.mark.question("make_dense_layer", lesson="00-things-to-know#layers")
class TestMakeDenseLayer:
    hints = (
        "You make a layer by calling its class with its size. The cell before the exercise makes "
        "one with 3 units; here the size comes in as an argument.",
        "If something else than a layer came back, look whether you called it on data, or forgot "
        "to call the class. If the size is always the same, a number stands where the argument "
        "should.",
        "Take the class Dense from keras.layers, call it with units and with nothing else, and "
        "return what you get.",
    )

    @pytest.mark.points(1)
    def test_its_size(self, learner):
        """A layer of Keras comes back, and gives one number for each unit."""
        _layer(learner, 5, 3)

    @pytest.mark.points(1)
    def test_it_only_adds_up(self, learner):
        """The layer gives weighted sums plus a bias for each unit, without a bend."""
        facts, outputs = _layer(learner, 5, 3)
        _check_sums(facts, outputs, 5, 3)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_layers_of_other_sizes(self, learner):
        """Other numbers of units and inputs work too, and each call makes a layer of its own."""
        for units in (2, 10):
            facts, outputs = _layer(learner, units, 7)
            assert not facts["is_kept"], (
                "Two calls gave the very same layer. Two places in a network would then share "
                "their weights. Make the layer inside the function."
            )
            _check_sums(facts, outputs, units, 7)


# --- dense


def _other_sums(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> Readings:
    """Yield what mistakes make of inputs, weights and biases."""
    right = x @ w + b
    yield (
        x @ w,
        "The sums are right, and the bias is missing. Without it, a row of zeros could give "
        "nothing but zeros.",
    )
    yield (
        x @ w - b,
        "The bias was subtracted. It is a number that a unit adds.",
    )
    yield (
        x @ w + x.shape[1] * b,
        "The bias was added once for each input. Each unit adds it once, when the sum is done.",
    )
    yield (
        x @ w / x.shape[1] + b,
        "This is the mean over the inputs instead of their sum. A unit adds up.",
    )
    yield (
        np.maximum(right, 0),
        "Negative sums became 0, so an activation is at work. `dense` only adds up; the bend is "
        "the next step.",
    )
    yield (
        right.T,
        "Rows and columns of the result are swapped. A row of the result belongs to a row of the "
        "inputs.",
    )
    yield (
        right[0],
        "Only the first row came back. Each row of the inputs gets a row of sums."
        if len(x) > 1
        else "The sums of a single row are right, and their axis for the rows is gone. A table "
        f"with one row is still a table, of the shape {right.shape}.",
    )
    yield (
        right.sum(axis=-1),
        "The sums of a row's units were added up as well. Each unit keeps its own.",
    )
    yield (
        np.trunc(right),
        "The fractions of the sums are gone. An array of integers was made to hold them; let it "
        "hold floats.",
    )
    yield (
        np.nan_to_num(x) @ w + b,
        "An input that is not a number was taken for 0. The sums of its row are unknown, and "
        "should say so.",
    )
    if x.shape == w.shape == (len(b), len(b)):
        yield (
            w @ x + b,
            "Weights and inputs are in the wrong order. With A @ B, rows of A meet columns of B: "
            "the rows are those of the inputs, and each column of the weights is a unit.",
        )
        yield (
            x @ w.T + b,
            "The weights were transposed: each row was taken for a unit. Keras keeps a unit in "
            "each column.",
        )
        yield (
            x * w + b,
            "Inputs and weights were multiplied entry by entry. Each unit multiplies the whole row "
            "by its column of weights and adds up, which is what a product of matrices does.",
        )
        yield (
            x @ w + b[:, np.newaxis],
            "The biases went down the rows. There is one for each unit, so they belong to the "
            "columns of the result.",
        )
        yield (
            (x + b) @ w,
            "The bias was added to the inputs, before they were weighted. It belongs to the units: "
            "add it to their sums.",
        )


@pytest.mark.question("dense", lesson="00-things-to-know#dense")
class TestDense:
    hints = (
        "Think of one row and one unit: multiply the row's numbers by the unit's weights, add up, "
        "add the bias. A product of matrices does it for all rows and units at once.",
        "If NumPy complains about shapes, write them side by side: (N, I) and (I, U) fit, since "
        "the inner numbers are equal. If all sums are off by the same number in each column, look "
        "at the bias.",
        "NumPy's operator for a product of matrices is @. Rows of inputs come first, weights "
        "second; the biases, one for each column, are added to the whole table.",
    )

    @pytest.mark.points(1)
    def test_two_rows(self, learner):
        """Two rows of two inputs and two units give four sums."""
        x, w = np.array([[1.0, 2.0], [3.0, -4.0]]), np.array([[0.5, -1.25], [2.0, 1.0]])
        b = np.array([10.0, -20.0])
        answer = learner.dense(x, w, b)
        sums, sums_again = (array_from(a, "dense") for a in (answer, learner.dense(x, w, b)))
        assert sums.shape != sums_again.shape or agree(sums, sums_again, _size(sums)), (
            "Two calls with the same numbers gave different sums, so weights of a new layer are at "
            "work, which are random. Use the weights and biases that come as arguments."
        )
        _demand(
            answer,
            "dense",
            x @ w + b,
            _other_sums(x, w, b),
            "For the first row, 1 and 2, the first unit with the weights 0.5 and 2 and the bias 10 "
            "gives 1 * 0.5 + 2 * 2 + 10 = 14.5. Work out the other three in the same way.",
        )

    @pytest.mark.points(1)
    def test_other_shapes(self, learner):
        """Four rows of three inputs and two units work, and so does a single row."""
        x = np.array([[1.0, 0.0, -2.0], [0.5, 3.0, 1.0], [-1.0, -1.0, 4.0], [2.0, 8.0, 0.0]])
        w, b = np.array([[1.0, -0.5], [2.0, 0.25], [0.0, 3.0]]), np.array([0.5, -1.5])
        for rows in (x, x[1:2]):
            n = len(rows)
            try:
                answer = learner.dense(rows, w, b)
            except LearnerError as error:
                if _is_unwritten(error):
                    raise
                raise AssertionError(
                    f"With inputs of the shape ({n}, 3), weights (3, 2) and biases (2,), {error}. "
                    "Numbers of rows, inputs and units may all differ: write the shapes side by "
                    "side and see what meets what."
                ) from error
            _demand(
                answer,
                "dense",
                rows @ w + b,
                _other_sums(rows, w, b),
                f"With inputs of the shape ({n}, 3), weights (3, 2) and biases (2,), the sums are "
                "not right. Numbers of rows, inputs and units may all differ.",
            )

    @pytest.mark.points(1)
    def test_agrees_with_the_reference(self, learner, reference, rng):
        """Many random sums agree with the reference, and the arguments stay as they were."""
        x, w, b = rng.normal(size=(20, 9)), rng.normal(size=(9, 6)), rng.normal(size=6)
        _demand(
            learner.dense(x, w, b),
            "dense",
            np.asarray(reference.dense(x, w, b)),
            _other_sums(x, w, b),
            "Some of the sums of 20 rows with 9 inputs and 6 units are not right.",
        )
        changed = learner.ask(probes.changed_arguments, "dense", x[:2], w, b)
        assert not changed, (
            "An array that was handed in was changed. Whoever called still needs inputs and "
            "weights as they were. Let NumPy make a new array."
        )
        x[3, 4] = np.nan
        try:
            answer = learner.dense(x, w, b)
        except LearnerError:
            return  # some libraries refuse what is no number, which misleads nobody
        _demand(
            answer,
            "dense",
            np.asarray(reference.dense(x, w, b)),
            _other_sums(x, w, b),
            "With 20 rows of 9 inputs and 6 units, one of the inputs `nan`, some sums are not "
            "right: those of its own row are `nan` then, and those of no other.",
        )


# --- relu


def _other_bends(x: np.ndarray) -> Readings:
    yield x, "Nothing was bent: negative numbers are still there. They become 0."
    yield (
        x[x > 0],
        "The negative numbers were dropped, and the rest moved together. Each number has a place, "
        "which the next layer counts on: put a 0 where a negative number was.",
    )
    yield (
        x[x >= 0],
        "The negative numbers were dropped, and the rest moved together. Each number has a place, "
        "which the next layer counts on: put a 0 where a negative number was.",
    )
    yield np.abs(x), "Negative numbers lost their sign. They become 0, all of them."
    yield (
        np.minimum(x, 0),
        "The negative numbers are kept and the positive ones became 0. It is the other way round.",
    )
    yield (
        (x > 0).astype(float),
        "Positive numbers became 1. They stay as they are: how far above 0 a sum lies is what the "
        "next layer is told.",
    )
    yield (
        np.clip(x, 0, 1),
        "Numbers above 1 were cut to 1. ReLU has no upper end.",
    )
    yield np.clip(x, 0, 6), "Numbers above 6 were cut to 6. ReLU has no upper end."
    yield (
        x.max(initial=0),
        f"One number came back, the largest of all {x.size}. Every number is compared with 0 by "
        "itself.",
    )
    yield (
        x.max(axis=0),
        "The largest number along the first axis came back: the 0 was taken for an axis. There is "
        "another function of NumPy for the larger of two things.",
    )
    yield (
        np.maximum(np.trunc(x), 0),
        "The fractions are gone. Positive numbers stay exactly as they are.",
    )
    yield (
        1 / (1 + np.exp(-x)),
        "This is the sigmoid, another bend. ReLU keeps positive numbers as they are.",
    )
    yield np.log1p(np.exp(x)), "This is softplus, a smooth relative. ReLU gives exactly 0 below 0."
    for slope in (0.01, 0.1, 0.2, 0.3):
        yield (
            np.where(x > 0, x, slope * x),
            f"Negative numbers were multiplied by {slope:g}: this is a leaky ReLU. The plain one "
            "gives 0 there.",
        )


@pytest.mark.question("relu", lesson="00-things-to-know#relu")
class TestRelu:
    hints = (
        "Every number is compared with 0, by itself, and the larger of the two stays.",
        "If Python speaks of an ambiguous truth value, it was asked whether a whole array is "
        "larger than 0. If the shape shrinks, numbers were selected instead of replaced.",
        "NumPy has a maximum of two things, entry by entry, and it is not called max. Give it the "
        "array and a 0.",
    )

    @pytest.mark.points(1)
    def test_a_row(self, learner):
        """In a row of numbers, negative ones become 0 and the others stay."""
        x = np.array([-2.5, -0.5, 0.0, 0.25, 3.5, 40.0])
        try:
            answer = learner.relu(x)
        except LearnerError as error:
            if "truth value" not in error.text:
                raise
            raise AssertionError(
                "Python was asked whether a whole array is larger than 0, and an array has no one "
                "answer to that. `max` and `if` look at a single value; NumPy's own functions look "
                "at each entry."
            ) from error
        _demand(
            answer,
            "relu",
            np.array([0, 0, 0, 0.25, 3.5, 40]),
            _other_bends(x),
            "-2.5, -0.5, 0, 0.25, 3.5, 40 should become 0, 0, 0, 0.25, 3.5, 40.",
        )

    @pytest.mark.points(1)
    def test_a_table(self, learner):
        """A table of numbers keeps its shape, and the one that was handed in its numbers."""
        x = np.array([[1.5, -2.0, 0.5], [-0.25, 8.0, -3.0]])
        try:
            answer = learner.relu(x)
        except LearnerError as error:
            learner.relu(x[0])  # if a row fails too, this says enough
            raise AssertionError(
                f"With a table of the shape (2, 3), {error}. A loop over a table meets whole rows "
                "and not numbers. Any shape may come; NumPy's functions take them all."
            ) from error
        _demand(
            answer,
            "relu",
            np.array([[1.5, 0, 0.5], [0, 8, 0]]),
            _other_bends(x),
            "A table of the shape (2, 3) should come back with its shape, and with 0 in place of "
            "the negative numbers.",
        )
        assert not learner.ask(probes.changed_arguments, "relu", x), (
            "The array that was handed in was changed: its negative numbers are gone for whoever "
            "holds it. Make a new array, or work on a copy."
        )

    @pytest.mark.points(1)
    def test_four_axes_are_bent(self, learner, reference, rng):
        """The maps of a convolution, an array of four axes, agree with the reference."""
        x = rng.normal(size=(2, 3, 4, 5)) * 10
        _demand(
            learner.relu(x),
            "relu",
            np.asarray(reference.relu(x)),
            _other_bends(x),
            "Numbers of another shape than a row or a table are not all right: the maps of a "
            "convolution have four axes.",
        )


# --- softmax


def _softmax(x: np.ndarray, axis: int | None = -1) -> np.ndarray:
    powers = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis=axis, keepdims=True))


def _other_probabilities(x: np.ndarray) -> Readings:
    right = _softmax(x)
    if x.ndim == 2:
        yield (
            _softmax(x, axis=None),
            "The whole table sums to 1. Each row is an image with ten probabilities of its own: "
            "divide by the sum of the row.",
        )
        yield (
            _softmax(x, axis=0),
            "The columns sum to 1, so images are compared with each other. Probabilities belong to "
            "the classes of one image: its row sums to 1.",
        )
    yield (
        np.exp(x),
        "These are the powers of e. They are not yet divided by their sum, so they are no "
        "probabilities.",
    )
    yield (
        np.exp(x - x.max(axis=-1, keepdims=True)),
        "The powers are shifted, and not yet divided by their sum: the largest is 1 in every row, "
        "and the rows sum to more.",
    )
    yield (
        x / x.sum(axis=-1, keepdims=True),
        "The logits were divided by their sum, without e to their power. Negative logits then give "
        "negative probabilities.",
    )
    yield (
        np.log(right),
        "These are logarithms of the probabilities. Softmax gives the probabilities themselves.",
    )
    yield (
        1 / (1 + np.exp(-x)),
        "This is the sigmoid of each logit by itself, so a row does not sum to 1. In a softmax the "
        "classes compete.",
    )
    yield (
        _softmax(-x),
        "The smallest logit got the largest probability: a sign is turned round.",
    )
    yield (
        _softmax(x * np.log(2)),
        "These are powers of 2 instead of e. Keras takes e.",
    )
    yield (
        _softmax(x * np.log(10)),
        "These are powers of 10 instead of e. Keras takes e.",
    )
    yield (
        _softmax(right),
        "Softmax was applied twice. The second time makes the probabilities nearly equal.",
    )
    yield (
        (x == x.max(axis=-1, keepdims=True)).astype(float),
        "The largest logit got everything. Softmax is softer: the others keep a share, which says "
        "how sure the network is.",
    )
    yield (
        right.round(2),
        "The probabilities are rounded. Rounding is for printing only; a rounded 0 has no "
        "logarithm.",
    )


@pytest.mark.question("softmax", lesson="00-things-to-know#softmax")
class TestSoftmax:
    hints = (
        "Softmax makes every logit positive by e to its power, and makes a row sum to 1 by "
        "dividing. Shifting a row does not change the result.",
        "If `nan` appears, a power was too large: shift each row so that its largest logit is 0. "
        "If NumPy cannot broadcast, a sum or a maximum over the last axis has lost that axis; look "
        "at keepdims.",
        "Subtract each row's np.max over axis -1 from it, with keepdims=True. Take np.exp. Divide "
        "by its np.sum over the same axis, kept in the same way.",
    )

    @pytest.mark.points(1)
    def test_one_row(self, learner):
        """One row of four logits gives four probabilities."""
        x = np.array([1.0, 3.0, 2.0, -1.0])
        try:
            answer = learner.softmax(x)
        except LearnerError as error:
            if _is_unwritten(error):
                raise
            raise AssertionError(
                f"With a single row of the shape (4,), {error}. A single row has no axis 1. The "
                "last axis, -1, is there in both forms."
            ) from error
        _demand(
            answer,
            "softmax",
            _softmax(x),
            _other_probabilities(x),
            "For the logits 1, 3, 2 and -1 the powers are 2.718, 20.086, 7.389 and 0.368, "
            "and their sum is 30.561. Each power is divided by that.",
        )

    @pytest.mark.points(1)
    def test_a_table(self, learner):
        """In a table each row gives probabilities of its own; the table stays as it was."""
        x = np.array([[2.0, 1.0, 0.0, -1.0], [0.5, 0.5, 3.0, 2.0], [-4.0, 1.5, 1.0, 0.0]])
        try:
            answer = learner.softmax(x)
        except LearnerError as error:
            if _is_unwritten(error):
                raise
            raise AssertionError(
                f"With a table of 3 rows and 4 columns, {error}. A sum over the last axis has the "
                "shape (3,), one for each row, and does not meet the rows of the table unless it "
                "keeps its axis: (3, 1)."
            ) from error
        _demand(
            answer,
            "softmax",
            _softmax(x),
            _other_probabilities(x),
            "Three rows of four logits do not all give the right probabilities. Each row is "
            "treated as if it stood alone.",
        )
        assert not learner.ask(probes.changed_arguments, "softmax", x), (
            "The logits that were handed in were changed, since the shift was written into them. "
            "Give the shifted logits a name of their own."
        )

    @pytest.mark.points(1)
    def test_large_logits(self, learner):
        """Logits of 1000 and -1000 give finite, right probabilities."""
        x = np.array([[999.0, 1000.0], [-1000.0, -1001.5], [1000.0, -1000.0]])
        overflow = (
            "With logits of 1000 the result holds `nan`: e to the 1000th is too large for a float, "
            "and infinity divided by infinity is not a number. Shift each row first."
        )
        underflow = (
            "With logits of -1000 the result holds `nan`: every power of that row became 0, and 0 "
            "divided by 0 is not a number. Shift each row by its own largest logit, not by that of "
            "the whole table, nor by a fixed number."
        )
        too_little = (
            "The logits 1000 and -1000 in one row give `nan`. A shift is at work, and it leaves a "
            "power that is too large. After the shift no logit of a row should be above 0."
        )
        found = array_from(learner.softmax(x), "softmax")
        if found.shape == x.shape:
            assert not np.isnan(found[0]).any(), overflow
            assert not np.isnan(found[1]).any(), underflow
            assert not np.isnan(found[2]).any(), too_little
        _demand(
            found,
            "softmax",
            _softmax(x),
            _of_large_logits(x),
            "Large logits do not give the right probabilities. Only differences count: -1000 and "
            "-1001.5 give the same as 1.5 and 0.",
        )

    @pytest.mark.points(1)
    def test_agrees_with_the_reference(self, learner, reference, rng):
        """Tables of several shapes agree with the reference, also a single row and one class."""
        for shape in ((6, 10), (5, 5), (1, 3), (10,), (4, 1)):
            x = rng.integers(-40, 40, size=shape) / 8
            _demand(
                learner.softmax(x),
                "softmax",
                np.asarray(reference.softmax(x)),
                _other_probabilities(x),
                f"Logits of the shape {shape} do not give the right probabilities.",
            )


def _of_large_logits(x: np.ndarray) -> Readings:
    powers = np.exp(x)
    for number in (0, 0.5, 1):
        yield (
            np.nan_to_num(powers / powers.sum(axis=-1, keepdims=True), nan=number),
            "A `nan` was replaced by a number afterward. The row does not sum to 1 then, or only "
            "by luck: what was lost with the overflow does not come back. Keep the powers from "
            "overflowing.",
        )
    cut = (
        "Large logits were cut to a largest value, so 999 and 1000 came out alike. Shifting a row "
        "keeps their distance; cutting loses it."
    )
    for largest in (20, 30, 50, 88, 100, 500, 700, 709):
        for smallest in (-largest, -np.inf):
            yield _softmax(np.clip(x, smallest, largest)), cut
    yield from _other_probabilities(x)


# --- count_dense_parameters


def _other_counts(inputs: int, units: int) -> Readings:
    weights = inputs * units
    yield weights, "The biases are missing: each unit adds a number of its own, learned too."
    yield (
        weights + inputs,
        "There are as many biases as inputs come in. A bias belongs to a unit: count them by what "
        "goes out.",
    )
    yield weights + 1, "That is one bias in all. Each unit has a bias of its own."
    yield (
        2 * weights,
        "That is a bias for each weight. A unit adds up all its products first, and its one bias "
        "then.",
    )
    yield (
        weights + inputs + units,
        "Both inputs and units got a bias. Inputs are given, they learn nothing; only units have "
        "one.",
    )
    yield (
        inputs + units,
        "Inputs and units were added. Each unit has a weight for each of the inputs: multiply.",
    )
    yield (
        inputs + 1,
        "This is what one unit learns. There are more of them.",
    )
    yield (
        units * (units + 1),
        "The number of inputs plays no part. A unit has a weight for each input.",
    )
    yield (
        [weights, units],
        "Weights and biases came one beside the other. One number is asked for: their sum.",
    )
    yield (
        784 * units + units,
        "784 inputs were counted. That holds for the first layer on MNIST only; the argument says "
        "how many there are.",
    )


def _check_count(learner: Notebook, inputs: int, units: int, else_: str) -> None:
    answer = learner.count_dense_parameters(inputs, units)
    assert not isinstance(answer, str), (
        f"`count_dense_parameters` returned text, {answer!r}. Return the number: it can be added "
        "to the count of the next layer."
    )
    said = f"With {inputs} inputs and {units} units: "
    readings = ((value, said + text) for value, text in _other_counts(inputs, units))
    count = array_from(answer, "count_dense_parameters")
    if count.size == 1:
        count = count.reshape(())
    _demand(count, "count_dense_parameters", np.asarray((inputs + 1) * units), readings, else_)


@pytest.mark.question("count_dense_parameters", lesson="00-things-to-know#parameters")
class TestCountDenseParameters:
    hints = (
        "Count what one unit learns, then multiply by the number of units.",
        "If the count is a little too small or too large, look at the biases: whose are they, and "
        "how many of those are there?",
        "One unit has a weight for each input and 1 bias. Add that 1 inside the bracket, before "
        "you multiply by the units.",
    )

    @pytest.mark.points(1)
    def test_a_small_layer(self, learner):
        """A layer of 4 units on 7 inputs is counted, biases included."""
        _check_count(
            learner,
            7,
            4,
            "With 7 inputs and 4 units the count is not right. Draw the 4 units, and write beside "
            "each what it learns.",
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_counts_of_other_layers(self, learner):
        """Layers of other sizes are counted as Keras would."""
        for inputs, units in ((784, 10), (1, 5), (64, 1), (30, 50)):
            _check_count(
                learner,
                inputs,
                units,
                "Layers of other sizes are not counted rightly. Compare with a layer of Keras and "
                "its count_params().",
            )


# --- gradient_step


def _moved(x: np.ndarray, y: np.ndarray, w: np.ndarray, b: np.ndarray, rate: float) -> Any:
    slopes = (_softmax(x @ w + b) - np.eye(len(b))[y]) / len(y)
    return w - rate * x.T @ slopes, b - rate * slopes.sum(axis=0)


def _other_steps(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: np.ndarray, rate: float
) -> Iterator[tuple[Any, Any, str]]:
    n = len(y)
    new_w, new_b = _moved(x, y, w, b, rate)
    down_w, down_b = new_w - w, new_b - b
    p, truth = _softmax(x @ w + b), np.eye(len(b))[y]
    yield w, b, "Nothing has moved: weights and biases are as they were."
    yield (
        w - down_w,
        b - down_b,
        "The step goes up the loss: the right class became less likely. The gradient points "
        "uphill; go against it.",
    )
    yield (
        w + n * down_w,
        b + n * down_b,
        f"The step is {n} times too long, as many times as there are rows. The loss is a mean: "
        "divide by the number of rows, or larger batches make larger steps.",
    )
    yield (
        w + down_w / n,
        b + down_b / n,
        "The step is too short by the number of rows, which was divided by twice.",
    )
    yield (
        w + down_w / rate,
        b + down_b / rate,
        "The learning rate plays no part. The gradient is multiplied by it.",
    )
    yield (
        -down_w / rate,
        -down_b / rate,
        "These are the gradients. The step subtracts them, times the learning rate, from the "
        "weights and biases; those come back.",
    )
    yield down_w, down_b, "This is the change alone. Add it to the weights and biases."
    yield new_w, b, "The weights moved and the bias did not. It learns in the same way."
    yield w, new_b, "The biases moved and the weights did not. Those learn too."
    yield (
        w - rate * x.T @ p / n,
        b - rate * p.sum(axis=0) / n,
        "The truth was not subtracted: every class was made less likely, the right one too. The "
        "slope of a logit is probability minus truth.",
    )
    yield (
        new_w,
        _moved(x, y, new_w, b, rate)[1],
        "The bias was moved after a look through the new weights. Both slopes belong to the same "
        "point: compute both, then move both.",
    )
    error = 2 * (p - truth) / n
    slopes = p * (error - (error * p).sum(axis=1, keepdims=True))
    for factor in (1, 0.5, 1 / len(b), 0.5 / len(b)):
        yield (
            w - factor * rate * x.T @ slopes,
            b - factor * rate * slopes.sum(axis=0),
            "This is the step of a squared error. Cross-entropy has the simpler rule: probability "
            "minus truth.",
        )
    seen = max(y) + 1
    part_w, part_b = _moved(x, y, w[:, :seen], b[:seen], rate)
    yield (
        np.hstack([part_w, w[:, seen:]]),
        np.append(part_b, b[seen:]),
        f"The labels here go up to {seen - 1}, and the classes behind it were left out. A class "
        "that no row of this batch shows has a probability all the same, and becomes less likely. "
        "How many classes there are is told by the biases.",
    )
    raw = (x @ w + b - truth) / n
    yield (
        w - rate * x.T @ raw,
        b - rate * raw.sum(axis=0),
        "The logits were compared with the truth, without a softmax in between.",
    )


def _check_step(learner: Notebook, arguments: tuple[Any, ...], else_: str) -> None:
    parts = parts_from(learner.gradient_step(*arguments), "gradient_step")
    weights, bias = arguments[2:4]
    assert len(parts) == 2, (
        f"A pair is expected, the new weights {weights.shape} and the new biases {bias.shape}."
    )
    found = [array_from(part, "gradient_step", "one of the pair") for part in parts]
    assert (found[0].shape, found[1].shape) == (weights.shape, bias.shape), (
        f"The new weights and biases have the shapes {found[0].shape} and {found[1].shape}; "
        f"{weights.shape} and {bias.shape} are expected, as before."
    )
    expected = _moved(*arguments)

    def both(values: Any) -> bool:
        return all(agree(f, v, _size(v)) for f, v in zip(found, values, strict=True))

    said = next((text for *values, text in _other_steps(*arguments) if both(values)), else_)
    assert both(expected), said


@pytest.mark.question("gradient_step", lesson="00-things-to-know#gradient")
class TestGradientStep:
    hints = (
        "Work forward first: logits, then probabilities. Then backward: the slope of each logit, "
        "then that of each weight and bias. The slope of a logit is probability minus truth.",
        "If the shapes do not meet, write them down: slopes (N, C), inputs (N, I), and the "
        "weights' gradient is (I, C), so the inputs have to lie on their side. If the step is too "
        "long, remember that the loss is a mean over the rows.",
        "Subtract 1 from the probability of each row's right class and divide all by N. Multiply "
        "inputs.T with that table for the weights, sum it over axis 0 for the biases; subtract "
        "learning_rate times each.",
    )

    @pytest.mark.points(0)
    def test_three_rows(self, learner):
        """Three rows of two inputs, with four classes, move weights and biases down the loss."""
        # The last of the four classes does not occur: one-hot rows know of it all the same.
        x, y = np.array([[1.0, -2.0], [0.5, 3.0], [2.0, 1.0]]), np.array([2, 0, 2])
        w = np.array([[0.5, -1.0, 0.25, 0.0], [1.0, 0.0, -0.5, 0.75]])
        b = np.array([0.1, 0.2, -0.3, 0.0])
        _check_step(
            learner,
            (x, y, w, b, 0.5),
            "The new weights and biases are not right. Try the example of the docstring by hand: "
            "probabilities, minus the truth, times the input.",
        )

    @pytest.mark.points(0)
    def test_nothing_is_changed(self, learner):
        """The arrays that were handed in stay as they were."""
        x, y = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([1, 0])
        arguments = (x, y, np.full((2, 3), 0.25), np.array([0.5, 0.0, 0.25]), 0.5)
        changed = learner.ask(probes.changed_arguments, "gradient_step", *arguments)
        assert not changed, (
            "An array that was handed in was changed, perhaps by -= on the weights. Whoever wants "
            "to compare before and after has lost the before. Return new arrays."
        )

    @pytest.mark.points(0)
    def test_agrees_with_the_reference(self, learner, reference, rng):
        """A larger step agrees with the reference, with logits far from 0."""
        x, y = rng.normal(size=(12, 5)), rng.integers(0, 10, size=12)
        arguments = (x, y, rng.normal(size=(5, 10)), rng.normal(size=10), 0.25)
        expected = reference.gradient_step(*arguments)
        found = parts_from(learner.gradient_step(*arguments), "gradient_step")
        right = len(found) == 2 and all(
            agree(array_from(f, "gradient_step"), e, _size(np.asarray(e)))
            for f, e in zip(found, expected, strict=True)
        )
        assert right, "Twelve rows of five inputs with ten classes do not move as they should."
