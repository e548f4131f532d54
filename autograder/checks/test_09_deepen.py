"""Checks of 09_deepen: a deeper network, an honest comparison, and a model to hand in."""

import math
from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pytest

from course import probes
from course.errors import LearnerError
from course.handed_in import too_large_to_read
from course.notebook import Notebook
from course.testing import array_from, reaches

CLASSES = 10

# What a notebook answered to a probe: several checks look at one answer.
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


# --- build_deeper

CONVOLUTIONS, FILTERS, DOWNSAMPLINGS = 3, 32, 2


def _built(learner: Notebook, digits: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Return what there is to know of the network, which must be a model that takes digits."""
    images = _prepared(digits[:12])
    try:
        facts = _remembered(
            learner,
            "built",
            lambda: learner.ask(probes.describe_model, "build_deeper", images, labels[:12]),
        )
    except LearnerError as error:
        raise AssertionError(_name_the_building_error(error)) from error
    assert facts["is_model"], (
        f"`build_deeper` returned {_a(facts['type'])}, and a Keras model is expected. Neither "
        "`compile` nor `summary` returns the model: return the model itself."
    )
    shape = (facts["input_shape"] or [None])[1:]
    assert facts["call_error"] is None, (
        "The model does not take prepared images, (N, 28, 28, 1). "
        + (f"It expects {tuple(shape)} for each. " if shape else "")
        + f"It raised {facts['call_error']}"
    )
    sizes = list(facts["outputs"].shape[1:])
    assert sizes == [CLASSES], (
        f"For each image the model gives {'one number' if sizes == [1] else tuple(sizes)}, and ten "
        "numbers are expected, one for each digit. Look at what stands at the end."
    )
    return facts


def _building(learner: Notebook, digits: np.ndarray) -> dict[str, Any]:
    """Return how `build_deeper` builds, of which two calls tell more than one."""
    images = _prepared(digits[:4])
    facts: dict[str, Any] = _remembered(
        learner, "building", lambda: learner.ask(probes.watch_builder, "build_deeper", images)
    )
    return facts


def _name_the_stale_model(building: dict[str, Any]) -> str:
    """Say in which way a call does not build a fresh model that takes any number of images."""
    if building["same"]:
        return (
            "Two calls of `build_deeper` gave one and the same model, as if a cache held the first "
            "answer. Then the second fold would go on where the first one ended, with digits that "
            "were already learned. Let every call build."
        )
    layers = [kind for kind in building["shared"] if kind != "optimizer"]
    if layers:
        return (
            f"Two models that `build_deeper` gave share layers ({', '.join(layers)}): what one "
            "fold has learned, the model of the next one knows before it begins. Look at where the "
            "layers are made; each call has to make its own."
        )
    if building["shared"]:
        return (
            "Two models that `build_deeper` gave share their optimizer. It remembers how it moved "
            "the weights of one model, and knows none of another: in the second fold Keras raises "
            "an error. Look at where it is made; each call has to make its own."
        )
    if building["steps"]:
        return (
            f"The model has taken {building['steps']:,} steps of training before it is handed "
            "over. It should come untrained: a fold is scored on digits that the model has never "
            "seen, and nobody can tell which ones this model has. `build_deeper` only builds."
        )
    if building["batch_size"] is not None:
        return (
            f"The model's input is made for {building['batch_size']} images at a time. N is any "
            "number: the last batch of an epoch is smaller, and some day there is one image. Leave "
            "that number open, so that Keras shows None there."
        )
    return ""


def _a(kind: str) -> str:
    names = {"NoneType": "nothing (None)", "list": "a list", "tuple": "a tuple"}
    return names.get(kind, f"an object of the type {kind}")


def _name_the_building_error(error: LearnerError) -> str:
    if "negative" in error.text:
        return (
            "A map became too small for the window of the next layer: Keras says that a size would "
            "be negative. Each pooling halves the map and each convolution without padding takes a "
            "rim off. Write down the sizes from 28 on, and see where nothing is left."
        )
    if "min_ndim=4" in error.text or "found ndim=2" in error.text:
        return (
            "A convolution or pooling stands behind Flatten. It needs maps, with rows and columns, "
            "and Flatten has made one row of them. Let Flatten come after the last convolution."
        )
    return str(error)


def _layers(learner: Notebook, digits: np.ndarray) -> list[dict[str, Any]]:
    """Return the layers in the order in which images pass them."""
    images = _prepared(digits[:1])
    facts = _remembered(
        learner, "layers", lambda: learner.ask(probes.trace_network, "build_deeper", images)
    )
    layers: list[dict[str, Any]] = facts["layers"]
    return layers


def _is_map(shape: list[int] | None) -> bool:
    return shape is not None and len(shape) == 3


def _map_sizes_after_shrinking(layers: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    """Return the different sizes of maps that poolings and strides lead to, in order."""
    sizes = []
    last = None
    for layer in layers:
        before, after = layer["shape_in"], layer["shape_out"]
        if not _is_map(before):
            continue
        if last and before[0] <= last[0] / 1.5:  # a function pooled between two layers
            sizes.append(tuple(before[:2]))
        last = after if _is_map(after) else last
        if layer["kind"].startswith("Global"):
            sizes.append((1, 1))
        elif _is_map(after) and after[0] < before[0]:
            steps = max(layer["strides"] or [1]) > 1
            if steps or (not layer["convolution"] and after[0] <= before[0] / 1.5):
                sizes.append(tuple(after[:2]))
    # Branches that run side by side come to one size.
    return list(dict.fromkeys(sizes))


def _lost_map(layers: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the layer that shrinks a map to a single place without having read all of it."""
    for layer in layers:
        before, after, window = layer["shape_in"], layer["shape_out"], layer["window"]
        if not (_is_map(before) and _is_map(after)) or layer["kind"].startswith("Global"):
            continue
        shrinks = min(after[:2]) == 1 < min(before[:2])
        if shrinks and window and any(w < b for w, b in zip(window, before[:2], strict=True)):
            return layer
    return None


@pytest.mark.question("build_deeper", lesson="09-deepen#build")
class TestBuildDeeper:
    hints = (
        "A deeper network repeats a pattern: convolution, now and then pooling. The further in, "
        "the smaller the maps, and the more of them one can afford.",
        "If a check speaks of maps, write down height × width × filters after each layer, from "
        "28 × 28 × 1 on: a 3 × 3 window without padding takes 2 off, pooling halves. If it speaks "
        "of activations, look at each convolution's own argument for it.",
        "In keras.Sequential: Input, then Conv2D and MaxPooling2D in turn until there are three "
        "Conv2D, each with activation=, at least one with more than 32 filters; then Flatten and "
        "the dense layers of the baseline; compile as `one_convolution` does; return the model.",
    )

    @pytest.mark.points(1)
    def test_a_compiled_model(self, learner, digits, labels):
        """A fresh, compiled Keras model comes back that gives ten numbers for each image."""
        facts = _built(learner, digits, labels)
        assert facts["compiled"], (
            "The model is not compiled: it has no optimizer, no loss and no metrics yet. See how "
            "`one_convolution` does it."
        )
        assert not facts["is_kept"], (
            "`build_deeper` returns the same model each time, one that the notebook keeps. Then "
            "the second fold would go on where the first one ended. Build it inside the function."
        )
        mistake = _name_the_stale_model(_building(learner, digits))
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_convolutions(self, learner, digits, labels):
        """There are at least three convolutions, the widest of more than 32 filters."""
        _built(learner, digits, labels)
        layers = [layer for layer in _layers(learner, digits) if layer["convolution"]]
        assert len(layers) >= CONVOLUTIONS, (
            f"Images pass {len(layers)} convolution{'' if len(layers) == 1 else 's'} on their way, "
            f"and at least {CONVOLUTIONS} are wanted here."
        )
        widest = max(layer["shape_out"][-1] for layer in layers)
        assert widest > FILTERS, (
            f"The widest convolution has {widest} filters, and the baseline has {FILTERS} already. "
            "The brief asks for a larger filter size: let at least one layer have more of them."
        )

    @pytest.mark.points(1)
    def test_maps(self, learner, digits, labels):
        """Maps get smaller at least twice, and something of them is left at the end."""
        _built(learner, digits, labels)
        layers = _layers(learner, digits)
        sizes = _map_sizes_after_shrinking(layers)
        pools = any("Pooling" in layer["kind"] for layer in layers)
        assert sizes or not pools, (
            "There is pooling, and it leaves the maps as large as they were: its window moves by "
            "one place. Unless told otherwise it moves by its own width."
        )
        assert len(sizes) >= DOWNSAMPLINGS, (
            f"{'Only one layer makes' if sizes else 'No layer makes'} the maps smaller, by pooling "
            f"or by a stride, and at least {DOWNSAMPLINGS} should. Large maps cost time, and a "
            "dense layer behind them has a weight for every value."
        )
        lost = _lost_map(layers)
        assert lost is None, (
            f"{lost['kind']} makes a single place out of a map of {lost['shape_in'][0]} × "
            f"{lost['shape_in'][1]}, and its window does not even see all of it. Where something "
            "stood is lost by then. Leave out a pooling, or read the whole map at once."
        )

    @pytest.mark.points(1)
    def test_activations(self, learner, digits, labels):
        """Between two convolutions there is an activation."""
        facts = _built(learner, digits, labels)
        convolutions = [layer for layer in _layers(learner, digits) if layer["convolution"]]
        straight = [layer for layer in convolutions if layer["straight_after"]]
        assert len(convolutions) > 1, (
            "There are no two convolutions yet between which an activation could stand."
        )
        assert facts["bends"] is not False, (
            "There is no activation anywhere between the layers. Sums of sums are sums: three such "
            "layers can do no more than one of them. See `activation=`."
        )
        assert not straight, (
            f"{len(straight)} of {len(convolutions)} convolutions read what another convolution "
            "gave, with no activation in between. Two such layers in a row are one convolution "
            "with a larger window: depth without a gain. Give each its activation."
        )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_learns(self, learner, digits, labels):
        """It learns from integer labels and reports its accuracy; output and loss agree."""
        facts = _built(learner, digits, labels)
        assert facts["compiled"], "Without being compiled the model cannot be trained."
        losses = facts.get("losses", {}).get("integers")
        fits = losses is not None and losses["right"] < losses["wrong"] - 1e-3
        assert fits, (
            "The loss cannot tell right from wrong where labels are integers (N,). In this "
            "notebook all learn from integers; the loss for one-hot rows has another name. "
            f"{facts.get('loss_error') or ''}".rstrip()
        )
        mistake = _name_the_output_mistake(facts)
        assert not mistake, mistake
        scales = [layer["scale"] for layer in _layers(learner, digits)]
        assert not any(scale and scale < 0.01 for scale in scales), (
            "The first layer divides the pixels by 255. The images come prepared: what the next "
            "layer then sees is black, and it learns slowly."
        )
        has_learned = facts.get("step_error", "no step") is None and facts["moved"]
        assert has_learned, (
            "A step of training does not change any weight. Look at the learning rate, and whether "
            f"layers are frozen. {facts.get('step_error') or ''}".rstrip()
        )
        names = [name.lower() for metrics in facts.get("metrics", ()) for name in metrics]
        assert any("acc" in name for name in names), (
            "The model does not report its accuracy. Baseline and deeper network are compared by "
            "it: see the metrics of `compile`."
        )


def _name_the_output_mistake(facts: dict[str, Any]) -> str:
    outputs, losses = facts["outputs"], facts["losses"]["integers"]
    # A logarithm of probabilities grows without bound where the right class got 0.
    expects_probabilities = not facts["from_logits"] and losses["wrong"] > 4 * losses["uniform"]
    sums_to_one = outputs.min() >= 0 and np.allclose(outputs.sum(axis=1), 1, atol=1e-2)
    if sums_to_one and facts["from_logits"]:
        return (
            "The model ends with softmax, and its loss has `from_logits=True`, so it would apply "
            "softmax twice. Choose one of the two; lesson 05 says why the loss would not tell you."
        )
    if not sums_to_one and expects_probabilities:
        return (
            "The ten outputs do not sum to 1 for each image, and the loss expects probabilities. "
            "Either end with softmax or tell the loss that it gets scores; see lesson 05."
        )
    return ""


# --- compare_with_baseline

KEYS = ("difference", "t", "p", "better")


def _comparison(learner: Notebook, *arguments: Any) -> dict[str, Any]:
    """Return the four facts of a comparison, after a look at their form."""
    name = "compare_with_baseline"
    answer = learner.compare_with_baseline(*arguments)
    if isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], dict):
        answer = answer[0]  # a data frame of one row
    assert isinstance(answer, dict), (
        f"`{name}` returned {_a(type(answer).__name__)}. A dict with the keys "
        f"{', '.join(KEYS)} is expected."
    )
    missing = [key for key in KEYS if key not in answer]
    assert not missing, (
        f"The dict has no key {missing[0]!r}. It has: {', '.join(map(str, answer))}."
    )
    facts = {}
    for key in KEYS:
        value = array_from(answer[key], name, repr(key))
        assert value.size == 1, f"{key!r} should be one number; it has the shape {value.shape}."
        facts[key] = value.reshape(-1)[0]
    return facts


def _student(t: float, freedom: int) -> float:
    """Return the two-sided probability beyond t, by summing Student's density.

    Here without SciPy: t = tan(a) * sqrt(freedom) turns the density into cos(a) ** (freedom - 1).
    """
    angles = np.linspace(0, np.pi / 2, 20_001)
    density = np.cos(angles) ** (freedom - 1)
    areas = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
    at = np.arctan(abs(t) / np.sqrt(freedom))
    return float(1 - np.interp(at, angles, areas) / areas[-1])


def _right_comparison(a: np.ndarray, b: np.ndarray, n_train: int, n_test: int) -> tuple[float, ...]:
    d = b - a
    t = d.mean() / np.sqrt(d.var(ddof=1) * (1 / len(d) + n_test / n_train))
    return float(d.mean()), float(t), _student(t, len(d) - 1)


def _other_ts(a: np.ndarray, b: np.ndarray, n_train: int, n_test: int) -> Iterator[tuple[Any, str]]:
    """Yield what mistakes make of t, and what to say of each."""
    d, k = b - a, len(a)
    mean, var = d.mean(), d.var(ddof=1)
    correction = 1 / k + n_test / n_train
    yield (
        mean / np.sqrt(var / k),
        "This is the plain t of independent measurements. Folds share most of their training "
        "images, so their differences vary less than real repetitions would, and the plain t is "
        "too sure. The lesson has the corrected variance.",
    )
    yield (
        mean / np.sqrt(var * (1 / k + n_train / n_test)),
        "The two sizes have changed places: the correction is the share of what a fold tests on to "
        "what it trains on, a number below 1.",
    )
    yield (
        mean / np.sqrt(d.var() * correction),
        "The variance was divided by K. Five differences around their own mean have K − 1 degrees "
        "of freedom; NumPy has to be told.",
    )
    yield (
        mean / np.sqrt(var * (1 / k + n_test / (n_train + n_test))),
        "The correction compares test and training sizes of a fold, and here the test size was "
        "divided by all images.",
    )
    yield (
        mean / (np.sqrt(var) * correction),
        "The correction belongs to the variance, so it goes under the square root with it.",
    )
    yield (
        mean / np.sqrt(var),
        "The mean was divided by the spread of single differences. A mean of K of them varies "
        "less than one; the bracket of the formula says how much.",
    )
    yield (
        mean / np.sqrt(a.var(ddof=1) / k + b.var(ddof=1) / k),
        "This compares two independent groups of scores. Here scores come in pairs, one pair for "
        "each fold: take the differences first, or the folds' own ups and downs drown the gain.",
    )
    yield (
        mean / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) * correction),
        "The two lists of scores were treated as unpaired. Take the difference of each fold first, "
        "and the variance of those differences.",
    )


def _check_t(found: dict[str, Any], a: np.ndarray, b: np.ndarray, sizes: tuple[int, int]) -> None:
    _, right, _ = _right_comparison(a, b, *sizes)
    t = float(found["t"])
    if np.isclose(t, right, rtol=1e-4):
        return
    if np.isclose(t, -right, rtol=1e-4):
        raise AssertionError(
            "t has the wrong sign. It should be above 0 where the deeper network scores higher."
        )
    for value, text in _other_ts(a, b, *sizes):
        if np.isclose(abs(t), abs(value), rtol=1e-4):
            raise AssertionError(text)
    raise AssertionError(
        f"For these scores t is {t:.5g}, and it should be another number. Compute the differences, "
        "their mean and their variance by hand once, and put them into the formula of step 5."
    )


def _check_p(found: dict[str, Any], t: float, folds: int) -> None:
    p, right = float(found["p"]), _student(t, folds - 1)
    # The readings may lie close to each other; the closest is meant.
    readings = {
        right: "",
        right / 2: "p is one-sided: half of what it should be. Before the run nobody knew which "
        "network would win, so both sides count.",
        1 - right: "This is the probability of a smaller t, 1 − p. Small should mean: hard to "
        "explain by chance.",
        1 - right / 2: "This is the distribution's value up to t. p is what lies beyond it, on "
        "both sides.",
        _student(t, folds): "p was taken with K degrees of freedom. K differences around their own "
        "mean have one less.",
        _normal(t): "p was taken from the normal distribution. With so few folds the variance is "
        "itself uncertain, and Student's distribution has the wider tails that this needs.",
        _student(t, 2 * folds - 2): "p was taken with 2K − 2 degrees of freedom, as for two "
        "independent groups. Here are K differences.",
    }
    closest = min(readings, key=lambda value: abs(value - p))
    if np.isclose(p, closest, rtol=1e-3, atol=1e-6):
        assert not readings[closest], readings[closest]
        return
    raise AssertionError(
        f"p is {p:.5g}, which does not belong to t = {t:.4g} with {folds - 1} degrees of freedom. "
        "It is two-sided: the probability of a t at least as far from 0."
    )


def _normal(t: float) -> float:
    return math.erfc(abs(t) / math.sqrt(2))


def _check_verdict(found: dict[str, Any], difference: float, p: float) -> None:
    better = bool(found["better"])
    assert found["better"] in (0, 1), f"'better' should be True or False; it is {found['better']}."
    if difference < 0:
        assert not better, (
            f"The deeper network is worse by {-difference:.3f}, and 'better' is True. A small p "
            "says that the difference is hard to explain by chance, not in which direction it is."
        )
    elif p >= 0.05:
        assert not better, (
            f"'better' is True although p is {p:.2f}: chance alone often gives such a difference. "
            "Any gain at all is no proof; it takes p < 0.05 too."
        )
    else:
        assert better, (
            f"'better' is False, though the deeper network gains {difference:.3f} with "
            f"p = {p:.4f}. That is below 0.05."
        )


def _check_the_same_gain(learner: Notebook) -> None:
    """Check that differences which do not vary are not taken for differences that are 0.

    Dividing by 0 is left open: infinity, nan and an error are all accepted.
    """
    baseline = [0.25, 0.5, 0.375, 0.4375]  # so that the differences are equal to the last bit
    try:
        found = _comparison(learner, baseline, [score + 0.25 for score in baseline], 300, 100)
    except LearnerError:
        return
    assert float(found["t"]) != 0, (
        "For a network that gains 0.25 in every fold t is 0, as if there were no gain at all. "
        "Differences that do not vary are one thing, differences that are all 0 another. Only of "
        "the latter may one say that nothing speaks against chance."
    )


def _check_difference(found: dict[str, Any], right: float) -> None:
    value = float(found["difference"])
    assert not np.isclose(value, -right, rtol=1e-4), (
        "The difference has the wrong sign: it is deeper − baseline, so that a gain is above 0."
    )
    assert not np.isclose(value, 100 * right, rtol=1e-4), (
        "The difference is in percent. It should be in the units of the scores: fractions."
    )
    assert np.isclose(value, right, rtol=1e-4, atol=1e-9), (
        f"The difference is {value:.5g}. The mean of deeper − baseline over the folds is expected."
    )


def _scores(rng: np.random.Generator, folds: int, gain: float) -> tuple[np.ndarray, np.ndarray]:
    """Return scores whose differences have exactly a mean and a spread of 0.01."""
    fold = rng.normal(0, 0.02, folds)
    noise = rng.normal(0, 1, folds)
    noise = 0.01 * (noise - noise.mean()) / noise.std(ddof=1)
    return 0.93 + fold, 0.93 + fold + gain + noise


@pytest.mark.question("compare_with_baseline", lesson="09-deepen#compare")
class TestCompareWithBaseline:
    hints = (
        "First one difference for each fold; then the mean, variance and number of those "
        "differences; then the formula. Nothing else of the scores is needed.",
        "If t is too large, look at the bracket under the root: it holds 1/K and the ratio of test "
        "to training size. If p is half or far too small, look at the sides and at the degrees of "
        "freedom. If equal scores give nan, 0 was divided by 0.",
        "d = deeper - baseline as arrays. variance = d.var(ddof=…) * (1 / K + n_test / n_train); "
        "t = mean / root of it; p = 2 * stats.t.sf(abs(t), degrees of freedom). Handle differences "
        "that are all 0 before you divide. Return the four in a dict.",
    )

    @pytest.mark.points(1)
    def test_difference_and_t(self, learner):
        """The difference is the mean over the folds, and t is the corrected one."""
        a, b = np.array([0.94, 0.95, 0.93, 0.95]), np.array([0.96, 0.96, 0.96, 0.955])
        found = _comparison(learner, a.tolist(), b.tolist(), 210, 90)
        _check_difference(found, float((b - a).mean()))
        _check_t(found, a, b, (210, 90))

    @pytest.mark.points(1)
    def test_p_and_verdict(self, learner):
        """p is two-sided and tells better from luck; equal scores are no gain."""
        a = np.array([0.91, 0.92, 0.90, 0.93, 0.92])
        for gains in ([0.02, 0.03, 0.01, 0.03, 0.01], [0.02, -0.01, 0.01, 0.00, 0.01]):
            b = a + np.array(gains)
            found = _comparison(learner, a, b, 800, 200)
            difference, _, _ = _right_comparison(a, b, 800, 200)
            # p is judged by the t that it belongs to; another check tells what is wrong with t.
            t = float(found["t"])
            _check_p(found, t, len(a))
            _check_verdict(found, difference, _student(t, len(a) - 1))
        same = _comparison(learner, a, a, 800, 200)
        values = [float(same[key]) for key in KEYS[:3]]
        no_gain = values == [0, 0, 1] and not same["better"]
        assert no_gain, (
            f"For scores that are equal in every fold, difference, t and p are {values}; 0, 0 and "
            "1 are expected: nothing speaks against chance. Such a case has to be caught before "
            "dividing."
        )

    @pytest.mark.points(1)
    def test_other_folds(self, learner, reference, rng):
        """Other numbers of folds and other sizes, gains and losses are judged rightly too."""
        for folds, gain, sizes in (
            (3, 0.004, (1_000, 500)),
            (5, -0.03, (1_200, 300)),
            (10, 0.012, (900, 100)),
            (8, 0.03, (700, 100)),
        ):
            a, b = _scores(rng, folds, gain)
            found = _comparison(learner, a, b, *sizes)
            expected = _comparison(reference, a, b, *sizes)
            _check_difference(found, float(expected["difference"]))
            _check_t(found, a, b, sizes)
            _check_p(found, float(expected["t"]), folds)
            _check_verdict(found, float(expected["difference"]), float(expected["p"]))
        _check_the_same_gain(learner)
        arguments = ([0.9, 0.92, 0.91], [0.93, 0.93, 0.95], 20, 10)
        changed = learner.ask(
            probes.changed_arguments,
            "compare_with_baseline",
            *map(np.array, arguments[:2]),
            *arguments[2:],
        )
        assert not changed, "The lists of scores were changed. Others still need them: make copies."


# --- accuracy_interval

Z = 1.959963984540054


def _wilson(correct: float, total: float, z: float = Z) -> np.ndarray:
    p = correct / total
    center = p + z**2 / (2 * total)
    half = z * np.sqrt(p * (1 - p) / total + z**2 / (4 * total**2))
    return np.array([center - half, center + half]) / (1 + z**2 / total)


def _wald(p: float, total: float, z: float = Z) -> np.ndarray:
    half = z * np.sqrt(p * (1 - p) / total)
    return np.array([p - half, p + half])


def _other_intervals(correct: int, total: int) -> Iterator[tuple[np.ndarray, str]]:
    """Yield what mistakes make of an interval, and what to say of each."""
    low, high = right = _wilson(correct, total)
    p = correct / total
    center = (low + high) / 2
    yield (
        right[::-1],
        "The two ends have changed places. The lower one comes first.",
    )
    yield (
        100 * right,
        "The interval is in percent. Accuracies are fractions here, between 0 and 1.",
    )
    yield (
        total * right,
        "The interval counts answers, from 0 to all of them. Accuracies are fractions here, "
        "between 0 and 1.",
    )
    for decimals in (2, 3):
        yield (
            right.round(decimals),
            f"It was rounded to {decimals} decimals. Near 1 it is the decimals behind them that "
            "tell two models apart: round where you print, and return what was computed.",
        )
    yield (
        np.array([center, high - center]),
        "These are the center and the half width. The two ends are asked for: low and high.",
    )
    yield (
        np.array([p, (high - low) / 2]),
        "This is the accuracy and a half width. The two ends are asked for: low and high.",
    )
    for wald in (_wald(p, total), np.clip(_wald(p, total), 0, 1)):
        yield (
            wald,
            "This is the textbook's interval, the accuracy plus and minus 1.96 standard errors. "
            "Near 1 it is too short, and with no mistake at all it has no width. Step 7 has the "
            "formula that holds there.",
        )
    yield (
        _wilson(correct, total, 1.0),
        "This interval has z = 1, one standard error to each side: it covers 68% and not 95%.",
    )
    yield (
        _wilson(correct, total, 1.6448536269514722),
        "This interval has z = 1.645, which leaves 5% on each side and covers 90%. For 95% each "
        "side may keep half of the 5%.",
    )
    yield (
        _wilson(correct, total, 2.5758293035489004),
        "This interval has z = 2.576, which covers 99%. It is wider than asked for.",
    )
    half = Z * np.sqrt(p * (1 - p) / total + Z**2 / (4 * total**2))
    yield (
        np.array([p - half, p + half]) / (1 + Z**2 / total),
        "The center was not moved: Wilson's interval does not lie around the accuracy itself, but "
        "a little closer to one half.",
    )
    middle = p + Z**2 / (2 * total)
    yield (
        np.array([middle - half, middle + half]),
        "The last step is missing: both ends are divided by 1 + z²/n.",
    )
    variance = Z * (p * (1 - p) / total + Z**2 / (4 * total**2))
    yield (
        np.array([middle - variance, middle + variance]) / (1 + Z**2 / total),
        "The square root is missing: what stands under it is a variance, in squared units.",
    )
    adjusted = (correct + Z**2 / 2) / (total + Z**2)
    for agresti_coull in (
        _wald(adjusted, total + Z**2),
        np.clip(_wald(adjusted, total + Z**2), 0, 1),
    ):
        yield (
            agresti_coull,
            "This is the interval of Agresti and Coull: the right center, and a width that is only "
            "near Wilson's. The whole formula is in step 7.",
        )
    yield (
        _wald((correct + 2) / (total + 4), total + 4),
        "This is the rule of adding two right and two wrong answers, a rough version of what is "
        "asked for. The whole formula is in step 7.",
    )


def _check_interval(learner: Notebook, correct: int, total: int) -> None:
    answer = learner.accuracy_interval(correct, total)
    if isinstance(answer, dict) and set(answer) == {"low", "high"}:
        answer = [answer["low"], answer["high"]]
    found = array_from(answer, "accuracy_interval").astype(float)
    if found.size == 1:
        raise AssertionError(
            "`accuracy_interval` returned one number. An interval has two ends, low and high."
        )
    assert found.shape in ((2,), (1, 2)), (
        f"`accuracy_interval` returned values of the shape {found.shape}; two are expected, low "
        "and high."
    )
    found, right = found.reshape(2), _wilson(correct, total)
    if np.allclose(found, right, rtol=1e-4, atol=1e-9):
        return
    start = f"For {correct:,} right answers of {total:,} the interval is "
    start += f"{found[0]:.5g} to {found[1]:.5g}. "
    near = [
        (float(np.abs(found - other).max()), text)
        for other, text in _other_intervals(correct, total)
        if np.allclose(found, other, rtol=1e-4, atol=1e-9)
    ]
    if near:  # with many digits some of them nearly agree
        raise AssertionError(start + min(near)[1])
    assert found[0] <= correct / total <= found[1], (
        f"{start}The accuracy itself, {correct / total:.4g}, does not lie in it. Are both counts "
        "used?"
    )
    is_wider = found[0] <= right[0] and right[1] <= found[1]
    assert not is_wider, (
        f"{start}It is wider than Wilson's to both sides, as the interval by Clopper and Pearson "
        "is, which covers 95% or more. Step 7 has the formula that is meant."
    )
    raise AssertionError(
        f"{start}It is not Wilson's. Put the numbers of the example in the docstring into the "
        "formula of step 7, part by part."
    )


@pytest.mark.question("accuracy_interval", lesson="09-deepen#interval")
class TestAccuracyInterval:
    hints = (
        "Three parts: the share of right answers, moved a little towards one half; a half width; "
        "and one number by which both are divided.",
        "If the interval of 100 right answers of 100 has no width, the second part under the root "
        "is missing. If it ends above 1, the division at the end is.",
        "With share = correct / total and z = 1.96: center = share + z**2 / (2 * total), half = z "
        "times the root of share * (1 - share) / total + z**2 / (4 * total**2); return center "
        "minus and plus half, each divided by 1 + z**2 / total.",
    )

    @pytest.mark.points(1)
    def test_example(self, learner):
        """9 right answers of 10, 5 of 10, and 9,909 of 10,000, have Wilson's interval."""
        for correct, total in ((9, 10), (5, 10), (9_909, 10_000)):
            _check_interval(learner, correct, total)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_other_counts(self, learner, rng):
        """Other counts, none right and all right among them, have theirs."""
        totals = rng.integers(30, 3_000, 3)
        for total, share in zip(totals, (0.3, 0.85, 0.99), strict=True):
            _check_interval(learner, int(share * total), int(total))
        for correct, total in ((0, 50), (100, 100), (1, 1)):
            _check_interval(learner, correct, total)


# --- evaluate_final


def _measured(
    learner: Notebook, digits: np.ndarray, count: int, told_wrongly: list[int]
) -> dict[str, Any]:
    """Return what `evaluate_final` made of a model that tells some of `count` images wrongly."""
    # Darker than the digits at hand: whoever stretches them to 1 changes something.
    images = np.float32(0.9) * _prepared(digits[:count])
    arguments = (images, told_wrongly, "accuracy_interval")
    facts: dict[str, Any] = _remembered(
        learner,
        f"measured {count}",
        lambda: learner.ask(probes.score_known_answers, "evaluate_final", *arguments),
    )
    assert not facts["recompiled"], (
        "The model was compiled anew while it was measured. The optimizer that it came with is "
        "gone, with all that it remembers of the training, and so are its loss and its metrics. "
        "Whoever goes on with this model finds another one. Take it as it comes."
    )
    assert not facts["moved"], (
        "The weights of the model changed while it was measured: it was trained on the digits that "
        "it is measured on. After that the accuracy says what it has learned by heart. Measure "
        "only."
    )
    assert not facts["as_in_training"], (
        "The model is called as if it were in training, where dropout throws away a part of what "
        "it sees. Ask it as for new images."
    )
    assert facts["largest"] is None or not 0 < facts["largest"] < 0.01, (
        f"The largest pixel that the model is shown is {facts['largest']:.4f}: the images were "
        "divided by 255 once more. They come prepared."
    )
    return facts


def _check_measured(facts: dict[str, Any], wrong: int) -> None:
    total = len(facts["labels"])
    correct = total - wrong
    answer = facts["answer"]
    parts = list(answer.values()) if isinstance(answer, dict) else answer
    is_pair = isinstance(parts, list) and len(parts) == 2
    assert not (is_pair and isinstance(parts[1], list | np.ndarray)), (
        "`evaluate_final` returned two things, a number and a pair. Three numbers in a row are "
        "expected: accuracy, low, high. Take the interval apart."
    )
    values = array_from(parts, "evaluate_final").astype(float).ravel()
    if len(values) == 1:
        raise AssertionError(
            "`evaluate_final` returned one number. Three are expected: accuracy, low, high. An "
            "accuracy without its interval hides how far it can be trusted."
        )
    assert len(values) == 3, (
        f"`evaluate_final` returned {len(values)} values; accuracy, low and high are expected."
    )
    accuracy, low, high = values
    right = correct / total
    mistake = "" if np.isclose(accuracy, right) else _name_the_other_share(facts, accuracy)
    assert not mistake, mistake
    for asked_correct, asked_total in facts["asked"]:
        assert np.isclose(asked_total, total), (
            f"The interval was computed for {asked_total:g} digits, and {total} were measured. "
            "Count the labels; a test set may have any size."
        )
        assert np.isclose(asked_correct, correct, atol=0.01), (
            f"The interval was computed for {asked_correct:g} right answers, and {correct} are "
            f"right. {_hint_at_counting(asked_correct, correct)}"
        )
    mistakes = (
        (
            low if correct else -1,
            "The accuracy stands in the middle. The order is accuracy, low, high.",
        ),
        (accuracy / 100, "The accuracy is in percent. It should be a fraction, from 0 to 1."),
    )
    for value, text in mistakes:
        assert np.isclose(accuracy, right) or not np.isclose(value, right), text
    assert np.isclose(accuracy, right, rtol=1e-5), _name_the_accuracy(facts, accuracy)
    interval = np.array([low, high])
    good = (np.array(facts["helped"]), _wilson(correct, total))
    if any(np.allclose(interval, pair, rtol=1e-4, atol=1e-9) for pair in good):
        return
    assert low <= high, "The two ends of the interval have changed places: low comes before high."
    raise AssertionError(
        f"For {correct} of {total} the interval from {low:.4g} to {high:.4g} is not the one that "
        "`accuracy_interval` gives. Use that function; it needs two counts."
    )


def _hint_at_counting(asked: float, correct: int) -> str:
    if 0 < asked < 1:
        return "It needs a count, and this is a share."
    if abs(asked - correct) <= 1:
        return "Count them; a share times the number of images, cut off, may lose one."
    return (
        "A digit is told rightly where the largest of its ten numbers stands at the place of the "
        "label, be it large or small."
    )


def _name_the_other_share(facts: dict[str, Any], accuracy: float) -> str:
    """Name a share that comes from the right answers by another way of counting, or return ""."""
    scores, labels = facts["scores"], facts["labels"]
    start = f"The accuracy is {accuracy:.4g}, which is not the share of right answers. "
    is_right = scores.argmax(axis=1) == labels
    for size in (10, 16, 20, 25, 32, 50, 64, 100, 128, 200, 250, 256):
        batches = [is_right[at : at + size].mean() for at in range(0, len(labels), size)]
        if np.isclose(accuracy, np.mean(batches), rtol=1e-5):
            return (
                f"{start}It is the mean over batches of {size}, of which the last one has "
                f"{len(labels) % size} images and counts as much as the others. Each image should "
                "count the same."
            )
    return ""


def _name_the_accuracy(facts: dict[str, Any], accuracy: float) -> str:
    scores, labels = facts["scores"], facts["labels"]
    right = float(np.mean(scores.argmax(axis=1) == labels))
    start = f"The accuracy is {accuracy:.4g}, and the model tells {right:.4g} of these rightly. "
    if np.isclose(accuracy, 1 - right):
        return f"{start}This is the share of wrong answers."
    if np.isclose(accuracy, facts["loss"], rtol=1e-3):
        return f"{start}This is the loss, the first thing that `evaluate` returns."
    if np.isclose(accuracy, scores.max(axis=1).mean(), rtol=1e-4):
        return (
            f"{start}This is how sure the model is on average, right or wrong. Compare its digits "
            "with the labels."
        )
    if np.isclose(accuracy, scores[np.arange(len(labels)), labels].mean(), rtol=1e-4):
        return f"{start}This is the mean probability of the right digits, not how many are right."
    some = scores.argmax(axis=1) == labels
    if any(np.isclose(accuracy, some[:part].mean(), rtol=1e-5) for part in (10, 16, 20, 32)):
        return f"{start}Only the first images were measured. All that are given count."
    return (
        f"{start}The digit is the place of the largest of the ten numbers of an image; count how "
        "often it is the label."
    )


@pytest.mark.question("evaluate_final", lesson="09-deepen#once")
class TestEvaluateFinal:
    hints = (
        "Two steps that you have already: how many digits are told rightly, and the interval of "
        "such a count. Nothing is trained here.",
        "If the accuracy is right and the interval is not, look at what accuracy_interval is "
        "given: two counts, of right answers and of all. If the accuracy changes from call to "
        "call, the model was called as in training.",
        "Let model.predict answer, take argmax along axis 1, count where it equals the labels; "
        "hand that count and len(labels) to accuracy_interval; return the share and both ends.",
    )

    @pytest.mark.points(1)
    def test_accuracy_and_interval(self, learner, digits):
        """The accuracy and its interval come back, in this order."""
        wrong = [0, 3, 7, 8, 12, 17, 18, 21, 25, 26, 31, 39]
        _check_measured(_measured(learner, digits, 40, wrong), len(wrong))

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_other_digits(self, learner, digits):
        """Another number of digits is measured rightly too, and nothing is changed."""
        many = np.concatenate([np.roll(digits[::-1], down, axis=1) for down in range(-2, 3)])
        # No batch of usual size divides 307, and the rest has more mistakes than others.
        wrong = [1, 2, 31, 44, 150, 222, *range(300, 307)]
        facts = _measured(learner, many, 307, wrong)
        assert not facts["changed_arguments"], (
            "The images or labels that were handed in were changed. The caller still needs them."
        )
        _check_measured(facts, len(wrong))


# --- save_final and load_final

_WITHIN = 1e-6
_PLAIN_SAVE = "One call of the model's own does all of it; see the lesson."


def _saved(learner: Notebook, digits: np.ndarray, file: str, **how: bool) -> dict[str, Any]:
    facts: dict[str, Any] = _remembered(
        learner,
        f"saved {file}",
        lambda: learner.ask(probes.spy_on_saving, "save_final", _prepared(digits[:8]), file, **how),
    )
    return facts


def _is_close(difference: float | None) -> bool:
    return difference is not None and difference <= _WITHIN


def _listed(parts: list[str]) -> str:
    """Tell in which parts two compilations differ."""
    return f"it has another {' and another '.join(parts)}"


def _check_saved(facts: dict[str, Any], file: str) -> None:
    others, elsewhere = facts["others"], facts["elsewhere"]
    assert facts["there"] != "folder", (
        f"`{file}` is a folder now. That is the format for serving a model elsewhere; Keras does "
        f"not load it back as a model that can be trained. {_PLAIN_SAVE}"
    )
    if facts["there"] is None:
        weights = [name for name in others + elsewhere if "weights" in name]
        assert not weights, (
            f"Only weights were written, to `{weights[0]}`. Whoever loads them must build the same "
            f"layers first, and compile them. The whole model is asked for. {_PLAIN_SAVE}"
        )
        assert not elsewhere, (
            f"The model was written to `{elsewhere[0]}` in the current folder. `path` says where "
            "it should go: use the whole of it."
        )
        assert not others, (
            f"There is no `{file}`, but `{others[0]}`. Write to the very path that is given."
        )
        raise AssertionError(f"Nothing was written to the path that was given. {_PLAIN_SAVE}")
    start = facts["start"]
    assert not start.startswith(b"\x80"), (
        "The file is a pickle, whatever its name says. Pickles run code when they are opened, and "
        f"break when a library changes. {_PLAIN_SAVE}"
    )
    assert not start.startswith(b"{"), (
        "The file holds text: the plan of the layers, as `to_json` gives it. Everything that was "
        f"learned is missing. {_PLAIN_SAVE}"
    )
    assert not start.startswith(b"\x89HDF"), (
        "The file is HDF5 inside, whatever its name says: weights alone, or the format of older "
        f"versions. {_PLAIN_SAVE}"
    )
    assert facts["load_error"] is None, (
        f"The file is there, and Keras cannot load it: {facts['load_error']}. {_PLAIN_SAVE}"
    )
    assert not facts["stale"], (
        "An older model lay at this path, and it lies there still: the new one was not saved. "
        "Whoever trains again would hand in the old model."
    )
    difference = facts["difference"]
    is_rounded = difference is not None and _WITHIN < difference < 1e-2
    assert not is_rounded, (
        f"The model in the file answers almost as it should, up to {difference:.1g}: its weights "
        "were rounded on the way. Keep them as they are."
    )
    assert _is_close(difference), (
        "The model in the file answers otherwise than the one that was to be saved: its weights "
        "are others. A copy made by `clone_model` or from a config starts anew."
    )
    assert facts["compiled"], (
        "The model in the file is not compiled: loss, optimizer and metrics are lost. They are "
        "saved with a model that has them; save the one that you are given."
    )
    assert not facts["recompiled"], (
        "The model that was to be saved was compiled anew on the way, and its optimizer, with all "
        "that it remembers of the training, is gone. It comes compiled; save it as it is."
    )
    assert not facts["compiled_otherwise"], (
        "The model in the file was compiled otherwise than the one that was to be saved: "
        f"{_listed(facts['compiled_otherwise'])}. Whoever loads it measures or trains it in "
        "another way than you did."
    )


@pytest.mark.question("save_final", lesson="09-deepen#save")
class TestSaveFinal:
    hints = (
        "A Keras model can write itself to a file: plan, weights and compilation together.",
        "If only weights were found, the method with weights in its name was used. If the file is "
        "missing, look whether `path` is used as it is, folder and all.",
        "A single call of model.save with the path. Nothing has to be added to the path, and no "
        "other format to be chosen.",
    )

    @pytest.mark.points(1)
    def test_one_file(self, learner, digits):
        """One .keras file lies at the path; loaded, it is the same model."""
        file = "trial.keras"
        _check_saved(_saved(learner, digits, file), file)

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_again(self, learner, digits):
        """Another path works too, an older file is replaced, and the model stays as it was."""
        file = "second try.keras"
        _check_saved(_saved(learner, digits, "trial.keras"), "trial.keras")
        facts = _saved(learner, digits, file, older=True, as_path=True)
        _check_saved(facts, file)
        assert not facts["moved"], "Saving changed the model. It should answer as before."


def _name_the_loading_error(error: LearnerError) -> str:
    if "could not be loaded" in error.text or "variables" in error.text:
        return (
            "The weights in the file do not fit the network that they were to be loaded into. It "
            "has other layers. The file holds its own plan: let Keras build the model from it."
        )
    if "not found" in error.text.lower() or "no such file" in error.text.lower():
        return (
            f"`load_final` looked for another file than the one at `path`: {error.text} Whoever "
            "calls it says which file to load."
        )
    return str(error)


def _check_loaded(learner: Notebook, digits: np.ndarray, file: str, **how: bool) -> None:
    images = _prepared(digits[:8])
    try:
        facts = learner.ask(probes.spy_on_loading, "load_final", images, file, **how)
    except LearnerError as error:
        raise AssertionError(_name_the_loading_error(error)) from error
    assert facts["is_model"], (
        f"`load_final` returned {_a(facts['type'])}, and a Keras model is expected. Loading "
        "weights into a model returns nothing; return the loaded model."
    )
    not_from_file = (
        "What came back is not the model in the file: it gives other answers. A network that is "
        "built anew, or one that the notebook still holds, is no proof that the file is good. "
        "Everything has to come from the file."
    )
    assert facts["call_error"] is None, f"{not_from_file} It raised {facts['call_error']}"
    assert _is_close(facts["difference"]) or not facts["same_layers"], (
        "The layers are those in the file, and the model answers otherwise: its weights are "
        "others. Were they trained further, or rounded, after loading?"
    )
    assert _is_close(facts["difference"]), not_from_file
    assert facts["compiled"], (
        "The loaded model is not compiled, so it can answer but not be measured or trained. Keras "
        "compiles it as it was, unless it is told not to."
    )
    assert not facts["compiled_otherwise"], (
        "The loaded model is compiled, and otherwise than the saved one was: "
        f"{_listed(facts['compiled_otherwise'])}. The file may come from anyone. How its model "
        "was compiled stands in it, so nobody has to guess."
    )
    assert facts["file_kept"], "The file was changed by loading it. Only read it."
    assert not facts["stale"], (
        "Another model was saved under the same path, and loading gave the earlier one again, as "
        "if it had been kept. Whoever trains once more, saves and loads would prove nothing. Read "
        "the file at every call."
    )


@pytest.mark.question("load_final", lesson="09-deepen#save")
class TestLoadFinal:
    hints = (
        "What `save_final` wrote holds all that is needed. The notebook's own models and builders "
        "play no part.",
        "If the answers differ, the model does not come from the file. If it is not compiled, "
        "look for an argument that says so.",
        "keras.saving has a function that loads a whole model from a path. Return what it returns.",
    )

    @pytest.mark.points(1)
    def test_the_same_model(self, learner, digits):
        """The model from the file gives the same answers and is compiled."""
        _check_loaded(learner, digits, "trial.keras")

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_another_path(self, learner, digits):
        """A pathlib.Path to another file is understood too, and a file that was replaced."""
        _check_loaded(learner, digits, "second try.keras", as_path=True, replaced=True)


# --- final_model

FILE = "final_model.keras"
# Of 64 public test digits; networks of this course tell 59 or more rightly after a few epochs.
VISIBLE_SHARE = 0.8
# Of digits that only a grader has, by default shifted by one or two pixels. The baseline of section
# 05 after five epochs on 4,000 digits: 0.676 ± 0.009 over five seeds; 0.61 for a dense network
# without convolution; 0.80 and more for deeper ones. Public digits can be learned by heart, so this
# deters from that and proves nothing.
HELD_SHARE = 0.55

_PROBLEMS = {
    "missing": f"There is no `{FILE}` beside the notebook. Run the cells of step 10: the training, "
    "and the one that saves. When you hand in, hand in both files.",
    "folder": f"`{FILE}` is a folder. One file is expected, as `save_final` writes it.",
    "empty": f"`{FILE}` is empty: it has no bytes. Was saving interrupted? Save again.",
    "swollen": f"`{FILE}` is small and unpacks to hundreds of megabytes, so it is not opened. A "
    "network for this course needs less than one: save the model alone.",
    "weights": f"`{FILE}` holds weights alone, without the layers that they belong to. Nobody can "
    "tell what network they are from. Save the whole model.",
    "hdf5": f"`{FILE}` is in the older HDF5 format under a new name. Renaming does not convert it: "
    "load it as it was called before, and save it anew.",
    "pickle": f"`{FILE}` is a pickle. Opening one runs whatever code it holds, so it stays closed. "
    "Save the model with Keras.",
    "other_format": f"`{FILE}` is no file of Keras's format, which is an archive. The plan of a "
    "model as text is not enough. Save the model with Keras.",
    "incomplete": f"`{FILE}` is an archive without the plan of the layers, `config.json`, in "
    "it. Save the whole model with Keras, and do not pack the file again.",
    "broken": f"`{FILE}` is damaged: it cannot be read to its end. It may have been cut off while "
    "it was copied or uploaded. Save it again and compare the sizes.",
    "unsafe": f"`{FILE}` holds code, as a Lambda layer or a lambda in `compile` brings with it. "
    "Opening it would run that code, so Keras refuses. Build the step from Keras's own layers.",
    "custom": f"`{FILE}` needs something that is not part of Keras: {{detail}}. It is defined in "
    "your notebook, and where the file is graded nobody knows it. Use Keras's own layers, losses "
    "and metrics.",
}


def _says_it_is_ready(learner: Notebook) -> None:
    """Check that the learner has signed: the file that is handed in is the one meant."""
    name = learner.ask(probes.name_of_file, "final_model")
    assert name is not None, (
        "`final_model` should return the name of your file as text. The model itself stays in the "
        "file."
    )
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    assert last == FILE, (
        f"`final_model` names {name!r}. Only a file of the name {FILE!r} is collected: save your "
        "model under that name."
    )


def _file_facts(learner: Notebook, handed_in: Notebook) -> dict[str, Any]:
    """Return what there is to know of the file, which must hold a model."""
    _says_it_is_ready(learner)
    facts = handed_in.ask(probes.describe_saved_model, FILE)
    problem = facts["problem"]
    assert problem != "too_large", too_large_to_read(FILE, facts["size"])
    assert problem is None or problem not in _PROBLEMS, _PROBLEMS[problem].format(**facts)
    return dict(facts)


def _file_of_a_classifier(learner: Notebook, handed_in: Notebook) -> dict[str, Any]:
    """Return the facts of a file whose model takes prepared digits and gives (N, 10)."""
    facts = _file_facts(learner, handed_in)
    shape = (facts["input_shape"] or [None])[1:]
    assert facts["call_error"] is None or shape in ([], [28, 28, 1]), (
        "The model in the file does not take prepared images, (N, 28, 28, 1): it expects "
        f"{tuple(shape)} for each. The step that makes the right shape belongs inside the model."
    )
    assert facts["call_error"] is None, (
        "The model in the file does not answer prepared images, (N, 28, 28, 1), with one array: "
        f"{facts['call_error']}"
    )
    sizes = facts["output_shape"][1:]
    gives_ten = sizes == [CLASSES] and facts["shape_for_one"] == [1, CLASSES]
    assert gives_ten, (
        f"For each image the model in the file gives {'one number' if sizes == [1] else sizes}, "
        "and ten are expected: the largest stands at the place of the digit."
    )
    assert facts["finite"], (
        "The model in the file answers with nan or infinity. Its training ran away; look at the "
        "loss of its last epochs, and at the learning rate."
    )
    return facts


def _name_the_input_mistake(handed_in: Notebook, images: np.ndarray, labels: np.ndarray) -> str:
    """Say how the model wants its images, if it does much better on others; else ""."""

    def share(shown: np.ndarray) -> float:
        answers = handed_in.ask(probes.predict_with_saved_model, FILE, shown.astype(np.float32))
        return float(np.mean(answers.argmax(axis=1) == labels))

    as_given = share(images)
    readings = (
        # Before the next one: what needs more contrast gets more than enough of it there.
        (
            (images - 0.1307) / 0.3081,
            "it expects standardized pixels, with mean 0 and standard deviation 1",
        ),
        (
            images * 255,
            "it expects pixels from 0 to 255, as they are before section 04",
        ),
        (1 - images, "it expects black digits on white"),
        (images.transpose(0, 2, 1, 3), "it expects rows and columns exchanged"),
    )
    for shown, text in readings:
        better = share(shown)
        if better >= VISIBLE_SHARE or better > as_given + 0.3:
            return (
                f" Shown other pixels it tells {better:.0%} rightly: {text}. What it gets are "
                "prepared images, from 0 to 1, white on black. Train on those, or put the step "
                "that it needs inside the model."
            )
    return ""


def _name_the_answers(answers: np.ndarray, labels: np.ndarray) -> str:
    told = answers.argmax(axis=1)
    if (
        np.mean((told + 1) % CLASSES == labels) > 0.5
        or np.mean((told - 1) % CLASSES == labels) > 0.5
    ):
        return " Its digits are one off: the largest number has to stand at the digit's own place."
    if np.mean(answers.argmin(axis=1) == labels) > 0.5:
        return " The right digit gets the smallest number. It should get the largest."
    if len(set(told.tolist())) == 1:
        return (
            f" It takes every image for a {told[0]}, as an untrained network may. Was it saved "
            "before it was trained, or built anew?"
        )
    known = np.isin(labels, told)
    some = 0 < known.sum() < len(labels)
    if some and np.mean(told[known] == labels[known]) > VISIBLE_SHARE:
        never = [str(digit) for digit in range(CLASSES) if digit not in told]
        return (
            f" It knows some digits well, and never says {', '.join(never)}. Were these among the "
            "digits that it was trained on?"
        )
    return " Was it saved before it was trained, or built anew, or trained with wrong labels?"


def _shown(
    handed_in: Notebook, digits: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, np.ndarray, float]:
    """Show digits to the model in the file: return them prepared, its answers, the right share."""
    images = digits[..., np.newaxis].astype(np.float32) / 255
    answers = handed_in.ask(probes.predict_with_saved_model, FILE, images)
    return images, answers, float(np.mean(answers.argmax(axis=1) == labels))


@pytest.mark.question("final_model", lesson="09-deepen#hand-in")
class TestFinalModel:
    hints = (
        "What is graded is the file. Run step 10 to the end: train, measure, save, load.",
        "If the file is not found, look where it was saved: it belongs beside the notebook. If few "
        "digits are told rightly, look at how the images were prepared when it was trained.",
        'Run the cell that calls save_final(final, "final_model.keras"), see that the file lies in '
        "the notebook's folder, and let the function return that name.",
    )

    @pytest.mark.points(1)
    def test_a_model_in_a_file(self, learner, handed_in):
        """final_model.keras holds a compiled model that takes prepared images and gives (N, 10)."""
        facts = _file_of_a_classifier(learner, handed_in)
        assert facts["compiled"], (
            "The model in the file is not compiled. It was saved without its loss, optimizer and "
            "metrics, so nobody can measure it or train it further as you did."
        )

    @pytest.mark.points(1)
    def test_public_digits(self, learner, handed_in, digits, labels):
        """It tells most of 64 public test digits rightly."""
        _file_of_a_classifier(learner, handed_in)
        images, answers, share = _shown(handed_in, digits, labels)
        if not reaches("share of public digits told rightly", share, VISIBLE_SHARE):
            mistake = _name_the_input_mistake(handed_in, images, labels)
            mistake = mistake or _name_the_answers(answers, labels)
            raise AssertionError(
                f"The model in the file tells {share:.0%} of {len(labels)} test digits rightly; "
                f"at least {VISIBLE_SHARE:.0%} are expected.{mistake}"
            )

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_held_digits(self, learner, handed_in, held_digits, digits, labels):
        """It tells digits rightly that only the grader has."""
        _file_of_a_classifier(learner, handed_in)
        _, _, share = _shown(handed_in, *held_digits)
        _, _, public = _shown(handed_in, digits, labels)
        found = (
            f"The model in the file tells {share:.0%} of {len(held_digits[1]):,} digits rightly "
            f"that it has never seen; at least {HELD_SHARE:.0%} are expected."
        )
        assert reaches("share of held digits told rightly", share, HELD_SHARE), (
            f"{found} The public ones are no better: see what is said of them."
            if public < VISIBLE_SHARE
            else f"{found} Of the public ones it tells {public:.0%}: it has learned those by "
            "heart, or knows digits only where they usually stand. Train it on training digits, "
            "and give it layers that do not mind where a stroke lies."
        )
