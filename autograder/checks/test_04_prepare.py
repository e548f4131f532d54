"""Checks of 04_prepare: scale, look, add the channel, standardize, split and encode."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from, parts_from

Array = npt.NDArray[Any]

# Far below what any of the named mistakes shifts a mean or a largest value by, and far above what
# half precision loses.
_NEAR = 2e-3


def _in_letters(shape: tuple[int, ...], n: int) -> str:
    """Write a shape with N for the number of images, so that a mistake reads alike for every N."""
    sizes = list(map(str, shape))
    if n in (shape if n > 1 else shape[:1]):  # of a single image, any axis of length 1 would do
        sizes[shape.index(n)] = "N"
    return f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"


def _explain_in_place(error: LearnerError) -> None:
    """Say what NumPy's refusal to write fractions into uint8 means; its own words are hard."""
    assert "UFuncTypeError" not in error.kinds, (
        "NumPy refused to write fractions into the uint8 array that came in. An operation in "
        "place, such as `/=` or `-=`, keeps the array and its type, and uint8 has whole numbers "
        "only. Had it worked, it would have changed the caller's images as well. Let it make a "
        "new array."
    )


@pytest.mark.question("normalize", lesson="04-prepare#scale")
class TestNormalize:
    """From 0..255 to 0..1, by a constant."""

    hints = (
        "Two things have to happen: the numbers must become able to hold fractions, and each must "
        "become a share of the largest value that a byte can hold. That value is a constant. It is "
        "not looked up in the images.",
        "Look at the result: print its dtype, its smallest and its largest value. float64 means "
        "that the type was never chosen; only 0 and 1 means that whole numbers were divided; "
        "0.0039 means that the division ran twice.",
        "`array.astype(type)` makes a new array of another type and leaves the old one as it is. "
        "Dividing a float32 array by a plain number gives float32 again. Write both in one "
        "expression and return it.",
    )

    @pytest.mark.points(1)
    def test_the_range_is_zero_to_one(self, learner: Notebook, digits: Array) -> None:
        """Black becomes 0 and white becomes 1."""
        scaled = _scaled(learner, digits)
        mistake = _scaling_mistake(scaled, digits)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_the_type_is_float32(self, learner: Notebook, digits: Array) -> None:
        """The result is an array of float32."""
        scaled = _scaled(learner, digits[:2])
        assert scaled.dtype == np.float32, _type_mistake(
            scaled.dtype, isinstance(learner.normalize(digits[:2]), list)
        )

    @pytest.mark.points(1)
    def test_the_images_are_left_as_they_were(self, learner: Notebook, digits: Array) -> None:
        """The images that came in are unchanged afterwards."""
        _scaled(learner, digits[:2])
        assert not learner.ask(probes.changed_arguments, "normalize", digits[:2]), (
            "`normalize` changed the images that it was given. Whoever called it still holds them "
            "and takes them for raw digits, so a second call would prepare them twice. Write into "
            "a new array."
        )

    @pytest.mark.points(1)
    def test_values_agree_on_unseen_images(
        self, learner: Notebook, reference: Notebook, digits: Array
    ) -> None:
        """Every pixel has the right value, on images that you have not seen."""
        ramp = np.resize(np.arange(256, dtype=np.uint8), (1, 28, 28))
        images = np.concatenate([ramp, digits[5:8].swapaxes(1, 2)])
        for unseen in (images, ramp):
            scaled = _scaled(learner, unseen)
            mistake = _scaling_mistake(scaled, unseen)
            assert not mistake, mistake
            expected = np.asarray(reference.normalize(unseen))
            assert agree(scaled, expected), _value_mistake(scaled, expected)

    @pytest.mark.points(1)
    def test_the_divisor_is_a_constant(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """A faint digit stays faint: the divisor does not depend on the images."""
        tops = np.array([[[101]], [[51]], [[21]]])
        faint = rng.integers(20, tops, (3, 28, 28)).astype(np.uint8)
        faint[0, 0, :2] = 20, 100
        faint[1, 0, 2] = 50
        scaled = _scaled(learner, faint)
        assert agree(scaled, reference.normalize(faint)), _divisor_mistake(scaled)
        # With grays of 0 and 1 alone, as if the images were scaled already; their type says no.
        nearly_black = faint[:1] // 51
        scaled = _scaled(learner, nearly_black)
        assert not np.array_equal(scaled, nearly_black), (
            "Bytes that happen to be 0 and 1 came back as they were. Does the code look at the "
            "values to find out whether images are scaled already? A nearly black image of bytes "
            "looks just like a scaled one."
        )
        assert agree(scaled, reference.normalize(nearly_black)), (
            "In a nearly black image, the grays 0 and 1 did not become 0 and 1/255."
        )


def _scaled(learner: Notebook, images: Array) -> Array:
    try:
        scaled = array_from(learner.normalize(images), "normalize")
    except LearnerError as error:
        _explain_in_place(error)
        raise
    assert scaled.shape == images.shape, (
        "The images have the shape (N, 28, 28), and what `normalize` returned has the shape "
        f"{_in_letters(scaled.shape, len(images))}. Scaling changes values and keeps the shape."
    )
    return scaled


def _scaling_mistake(scaled: Array, images: Array) -> str:
    """Say what happened to images that hold both 0 and 255; empty if they were scaled to [0, 1]."""
    if np.array_equal(scaled, images):
        return (
            "The largest value is still 255: the pixels came back as they were. A network trains "
            "best on numbers near 1."
        )
    if scaled.dtype.kind in "biu":
        return (
            f"The result has the type {scaled.dtype}, which has no fractions, so nearly all grays "
            "were cut down to 0. Floor division does this, and so does turning the result back "
            "into whole numbers."
        )
    values = scaled.astype(np.float64)
    low, high = values.min(), values.max()
    if not np.isfinite(values).all():
        return (
            "There are NaN or infinite values in the result, and none in the images. Did something "
            "get divided by 0?"
        )
    if 0 < high <= 1.01 / 255:
        return (
            f"The largest value is {high:.2g}, it should be 1: the pixels were divided by 255 "
            "twice. In a notebook this often comes from running a cell again that overwrites the "
            "images."
        )
    if np.isin(values, (0, 1)).all() and np.array_equal(values == 1, images == 255):
        return (
            "Only 0 and 1 are left of 256 grays. The division dropped the fractions: `//` rounds "
            "down, even for floats, and an array of bytes has no room for a quotient."
        )
    if np.isin(values, (0, 1)).all():
        found = "0 and 1 are" if low < high else f"{low:g} is"
        return f"Only {found} left of 256 grays. Every gray becomes a number of its own."
    if abs(low + 1) < _NEAR and abs(high - 1) < _NEAR:
        return (
            "The values run from -1 to 1. Some networks are fed like that, but here 0 stays black "
            "and the range is 0 to 1."
        )
    if low < 0:
        return (
            f"The smallest value is {low:.3g}, it should be 0. Subtracting a mean is "
            "standardizing, a later exercise; here the pixels are only divided."
        )
    if values[images == 0].min() > values[images == 255].max():
        if low < values[images == 255].min():
            return (
                "Black came out larger than white, and yet it is not the largest. uint8 has no "
                "negative numbers: a subtraction wraps around below 0. Here nothing needs to be "
                "subtracted."
            )
        return (
            "Black and white have changed places: pixels of 0 became the largest values. The "
            "digits are white on black and stay so."
        )
    for axes, what in ((2, "row of pixels"), ((1, 2), "image")):
        lengths = np.linalg.norm(values, axis=axes)
        if np.allclose(lengths[images.any(axis=axes)], 1, atol=_NEAR):
            return (
                f"Every {what} was scaled to a vector of length 1. That is what `normalize` means "
                "in linear algebra, and what `keras.utils.normalize` does. It makes the same gray "
                "a different number from one place to the next."
            )
    if abs(high - 255 / 256) < 5e-4:
        return (
            f"The largest value is {high:.4f}, it should be 1: that is 255/256. A byte has 256 "
            "values, but the largest of them is 255."
        )
    if abs(high - 1) > _NEAR or abs(low) > _NEAR:
        return (
            f"The values run from {low:.4g} to {high:.4g}, they should run from 0 to 1. These "
            "images hold both black, 0, and white, 255."
        )
    return ""


def _type_mistake(dtype: np.dtype[Any], is_list: bool) -> str:
    if is_list and dtype == np.float64:
        return (
            "The result is a list of Python's own numbers, which have no float32. Networks take "
            "arrays; give back an array with the type float32."
        )
    if dtype == np.float64:
        return (
            "The result has the type float64. The values may be right, but they take 8 bytes each, "
            "376 MB for the training images instead of 188 MB, and networks compute in float32."
        )
    if dtype == np.float16:
        return (
            "The result has the type float16. Half precision keeps 3 digits, too few to sum up "
            "gradients; float32 is expected."
        )
    return f"The result has the type {dtype}; float32 is expected."


def _value_mistake(scaled: Array, expected: Array) -> str:
    for decimals in (1, 2, 3):
        if np.allclose(scaled, np.round(expected, decimals), atol=1e-6):
            return (
                f"The values were rounded to {decimals} decimals, so neighboring grays became one. "
                "Keep them as they come; how many digits are printed is another matter."
            )
    return (
        f"Some values are off by {np.nanmax(np.abs(scaled - expected)):.2g}, although the range is "
        "right. Every pixel becomes its own value divided by 255, and nothing else happens to it."
    )


def _divisor_mistake(scaled: Array) -> str:
    """Say which divisor was used on three faint images from 20 up to 100, 50 and 20."""
    values = scaled.astype(np.float64)
    tops = np.nanmax(values, axis=(1, 2)) if np.isfinite(values).any() else np.zeros(3)
    with np.errstate(invalid="ignore"):
        own_position = np.mean(np.abs(np.fmax(values[0], values[1]) - 1) < _NEAR)
    cause = (
        "so the same gray becomes another number when other images come along. The divisor is a "
        "constant that was known before any image was seen."
    )
    if own_position > 0.9 and values.min() < values.max():
        return (
            "The faint images came back with a full range at every pixel position: each position "
            f"was scaled by its own extremes, {cause}"
        )
    if np.allclose(tops[:2], 1, atol=_NEAR):
        return (
            f"Each image was scaled by its own largest value: faint digits are bright now, {cause}"
        )
    if abs(tops[0] - 1) < _NEAR and abs(np.nanmin(values)) < _NEAR:
        return (
            "The batch was stretched from its own smallest to its own largest value: its darkest "
            f"gray, 20, became black, {cause}"
        )
    if abs(tops[0] - 1) < _NEAR:
        return f"The images were divided by the largest value among them, here 100, {cause}"
    return (
        "On faint images, with values from 20 to 100, the result runs from "
        f"{np.nanmin(values):.3g} to {np.nanmax(values):.3g}. That is not what dividing by the "
        "constant 255 gives."
    )


@pytest.mark.question("plot_histograms", lesson="04-prepare#histograms")
class TestPlotHistograms:
    """Two histograms, judged by what is on the axes."""

    hints = (
        "A histogram counts how many pixels have each value. It needs a flat row of numbers, two "
        "sets of axes, and words that say what a reader looks at.",
        "If the plot takes long or shows many colors, the array was not flat: each column was "
        "taken for a set of its own. If you see a single bar at the left, both histograms share "
        "one horizontal axis, or zeros hide all the rest: try a logarithmic vertical axis.",
        "`plt.subplots(1, 2)` gives a figure and two axes. For each: `axes.hist(values, bins=…)` "
        "with `array.ravel()` as values, then `axes.set(title=…, xlabel=…, ylabel=…, "
        'yscale="log")`.',
    )

    @pytest.mark.points(1)
    def test_two_histograms_show_the_pixels(
        self, learner: Notebook, digits: Array, rng: np.random.Generator
    ) -> None:
        """Two histograms, first of the raw pixels, then of the normalized ones."""
        images = digits[:6]
        # Not the same pixels: so it shows whether each argument is drawn.
        fractions = np.where(images[::-1] > 99, rng.beta(2, 4, images.shape), 0).astype(np.float32)
        fractions[0, 0, 0] = 1
        _check_histograms(_drawn(learner, images, fractions)[0], images, fractions)

    @pytest.mark.points(1)
    def test_words_say_what_is_shown(
        self, learner: Notebook, digits: Array, rng: np.random.Generator
    ) -> None:
        """Each has a title and a named axis, and a reader can tell the two apart."""
        images = digits[:2]
        before, after = _drawn(learner, images, rng.random(images.shape, np.float32))[0]
        for place, axes in (("first", before), ("second", after)):
            assert _title(axes), (
                f"The {place} histogram has no title. A reader cannot know whether these are the "
                "pixels before or after."
            )
            assert axes["xlabel"] or axes["figure_xlabel"], (
                f"The horizontal axis of the {place} histogram has no label. Say what is counted "
                "there, with its range."
            )
        assert any(axes["ylabel"] or axes["figure_ylabel"] for axes in (before, after)), (
            "No vertical axis has a label. A reader cannot know that its numbers count pixels."
        )
        assert _title(before) != _title(after) or before["xlabel"] != after["xlabel"], (
            f"Both histograms are called “{_title(before)}”, and their axes are named alike. Say "
            "which is before and which is after."
        )

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_any_images_are_drawn_and_left_alone(
        self, learner: Notebook, digits: Array, rng: np.random.Generator
    ) -> None:
        """It draws whichever images it is given, and does not change them."""
        images = digits[7:8] // 2
        fractions = (rng.random(images.shape) ** 2).astype(np.float32)
        axes, changed = _drawn(learner, images, fractions)
        _check_histograms(axes, images, fractions)
        assert not changed, (
            "`plot_histograms` changed the array that it draws. A plot only looks: whatever it "
            "computes belongs into a new array."
        )
        # Every gray occurs, so that no bar is empty, and a part of the images has other shares.
        many = _unequally_bright(rng), ((255 - _unequally_bright(rng)) / 255).astype(np.float32)
        _check_histograms(_drawn(learner, *many)[0], *many, least=10)


def _unequally_bright(rng: np.random.Generator) -> Array:
    """Return over a thousand images: a black one, then dark ones, and bright ones at the end."""
    images = rng.integers(0, 256, (1040, 28, 28), np.uint8)
    images[:100] //= 2
    images[0] = 0
    images[-40:] = 255 - images[-40:] // 8
    return images


def _drawn(learner: Notebook, images: Array, normalized: Array) -> tuple[list[dict], list[int]]:
    """Return the two axes with something on them, and which arguments were changed."""
    try:
        drawn = learner.ask(probes.describe_axes, "plot_histograms", images, normalized)
    except LearnerError as error:
        if "dimensions" not in error.text and "1D or 2D" not in error.text:
            raise
        raise AssertionError(
            "`hist` takes a flat row of numbers, and these are images of three dimensions. Flatten "
            "them first."
        ) from error
    axes = [ax for ax in drawn["axes"] if _bins(ax) is not None]
    assert axes or not any(ax["images"] for ax in drawn["axes"]), (
        "The axes hold pictures. A histogram does not show where a gray stands, but how many "
        "pixels have it."
    )
    assert axes, (
        "There is no histogram on any axes. The figures of `plot_histograms` were looked at, shown "
        "or not: they hold neither bars nor lines."
    )
    assert not any(ax["bar_groups"] > 3 for ax in axes), (
        f"One histogram is made of {max(ax['bar_groups'] for ax in axes)} histograms, each in a "
        "color of its own: a table was drawn, one set for each column. All pixels belong into one "
        "flat row."
    )
    assert len(axes) != 1, (
        "Only one set of axes has a histogram on it. The two ranges, 0 to 255 and 0 to 1, cannot "
        "be read on one axis: the second would be a sliver at its left end. Give each its own."
    )
    assert len(axes) == 2, f"{len(axes)} histograms were drawn. Two are asked for."
    return axes, drawn["changed_arguments"]


def _check_histograms(
    axes: list[dict], images: Array, normalized: Array, *, least: int = 5
) -> None:
    # Where a gray does not occur, a bar can be missing; hence `least` is below 10.
    before, after = axes
    if not (_shows(before, images) and _shows(after, normalized)):
        raise AssertionError(_histogram_mistake(before, after, images, normalized))
    for place, ax in (("first", before), ("second", after)):
        low, high, _ = _bins(ax) or (0, 0, 0)
        assert len(low) != 9 or least < 9, (
            f"The {place} histogram has nine bars, and ten or more are wanted. If you gave it a "
            "list of edges: how many bins lie between ten edges?"
        )
        assert len(low) >= least, (
            f"The {place} histogram has {len(low)} bar{'s' if len(low) > 1 else ''}. That is too "
            "few to see how the grays are distributed; ten or more are asked for."
        )
        assert np.sum(high - low) < 3 * (np.max(high) - np.min(low)), (
            f"The bars of the {place} histogram are wider than their distance and cover each "
            "other. The width of a bar is in units of the axis: 0.8 is narrow from 0 to 255 and "
            "nearly everything from 0 to 1."
        )
    limits = after["ylim"] if _is_sideways(after) else after["xlim"]
    assert abs(limits[1] - limits[0]) < 4, (
        f"The axis of the second histogram runs from {limits[0]:.0f} to {limits[1]:.0f}, so its "
        "values, 0 to 1, are a sliver at one end. Axes that share their range cannot show both."
    )


def _histogram_mistake(before: dict, after: dict, images: Array, normalized: Array) -> str:
    if _shows(before, normalized) and _shows(after, images):
        return (
            "The two histograms have changed places: the raw pixels, 0 to 255, come first, then "
            "the normalized ones."
        )
    if _shows(before, images) and _shows(after, images):
        return (
            "Both histograms show the raw pixels, from 0 to 255. The second one is to show the "
            "argument `normalized`."
        )
    if _shows(before, normalized) and _shows(after, normalized):
        return "Both histograms show the normalized pixels. The first one is to show `images`."
    for place, ax, values in (("first", before, images), ("second", after, normalized)):
        if _shows(ax, values):
            continue
        if _shows(ax, values[values > 0]):
            return (
                f"The {place} histogram leaves the zeros out. Four pixels in five are 0, so it "
                "shows another picture than the data. A logarithmic axis shows both."
            )
        if len(values) > 1 and _shows(ax, values[0]):
            return (
                f"The {place} histogram shows the pixels of the first image alone; all images are "
                "asked for."
            )
        if place == "second" and any(
            _shows(ax, pixels) for pixels in (images / np.float64(255), images / images.max())
        ):
            return (
                "The second histogram shows `images`, scaled anew within the plot. It is to show "
                "`normalized`, whatever that holds: only so does it reveal a mistake in it."
            )
    place, ax, values = ("first", before, images)
    if _shows(before, images):
        place, ax, values = ("second", after, normalized)
    _, high, heights = _bins(ax) or (np.zeros(1),) * 3
    if len(heights) == values.size:
        return (
            f"The {place} plot draws the pixels one after the other. A histogram counts them: how "
            "many pixels have each value."
        )
    if len(heights) > 1 and (np.diff(heights) >= 0).all():
        return (
            f"The bars of the {place} histogram only ever grow, as if they were added up from the "
            "left. Each bar counts the pixels of its own bin."
        )
    end, counted = high.max(), heights.sum()
    kept = np.sum(values <= end)
    if kept < values.size and abs(counted - kept) < _NEAR * values.size:
        return (
            f"The bars of the {place} histogram end at {end:.3g}, and the pixels go on to "
            f"{values.max():.3g}: the brightest are not counted. Does the last bin reach the "
            "largest value?"
        )
    shown = counted / values[0].size
    if shown in range(1, len(values)) and (heights % 1 == 0).all():
        return (
            f"The bars of the {place} histogram count the pixels of {shown:.0f} images, and "
            f"{len(values)} were passed. A part may look different from the whole; every pixel is "
            "to be counted."
        )
    return (
        f"The {place} histogram does not show the pixels that were passed: the share of pixels in "
        f"its bars is another one. They run from {values.min():.3g} to {values.max():.3g}. Does it "
        "draw every pixel of its argument, and nothing else?"
    )


def _title(axes: dict) -> str:
    own = [axes["title"], *axes["legend"], *axes["texts"]]
    return next((words for words in own if words.strip()), axes["figure_title"])


def _is_sideways(axes: dict) -> bool:
    """Tell whether bars grow to the right: all begin at the same x, one above the other."""
    bars = axes["bars"]
    return len(bars) > 1 and np.ptp(bars[:, 0]) == 0 and np.ptp(bars[:, 1]) > 0


def _bins(axes: dict) -> tuple[Array, Array, Array] | None:
    """Return the lower edges, upper edges and heights of what is drawn; None if nothing is."""
    bars = axes["bars"]
    if len(bars):
        along, across = (1, 0) if _is_sideways(axes) else (0, 1)
        edge, width, height = bars[:, along], bars[:, along + 2], bars[:, across + 2]
        return edge, edge + width, height
    curves = [(line["x"], line["y"]) for line in axes["lines"] if len(line["x"]) > 2]
    if len(axes["segments"]):
        curves.append((axes["segments"][:, 0, 0], np.ptp(axes["segments"][:, :, 1], axis=1)))
    if not curves:
        return None
    x, y = curves[0]
    # A point of a line may stand for the left end, the middle or the right end of its bin.
    reach = np.max(np.diff(x), initial=0)
    return x - reach, x + reach, y


def _shows(axes: dict, values: Array) -> bool:
    """Tell whether the heights of what is drawn fit the values, whatever the bins.

    The share of pixels above a threshold lies between that of the bins entirely above it and that
    of the bins that reach above it.
    """
    low, high, heights = _bins(axes) or (np.zeros(1),) * 3
    top = float(values.max())
    if low[heights > 0].max(initial=0) > top * 1.01:
        return False
    # Heights are counts or, where bins differ in width, perhaps densities.
    for mass in (heights, heights * (high - low)):
        total = np.nansum(mass)
        if total > 0 and all(
            np.nansum(mass[low >= threshold - 1e-6]) / total - _NEAR
            <= np.mean(values >= threshold)
            <= np.nansum(mass[high > threshold + 1e-6]) / total + _NEAR
            for threshold in (top * 0.01, top / 4, top / 2, top * 0.75)
        ):
            return True
    return False


@pytest.mark.question("add_channel", lesson="04-prepare#channel")
class TestAddChannel:
    """From (N, 28, 28) to (N, 28, 28, 1)."""

    hints = (
        "No number changes. The array only gets one more index, which is always 0 and stands last: "
        "images, rows, columns, channels.",
        "Print the shape of the result. If it is right for the digits at hand and an error comes "
        "up for others, a number of images stands in your code.",
        "Indexing an array with `np.newaxis` adds an axis where it stands, and `...` stands for "
        "all the axes there are. `np.expand_dims` does the same by the number of the axis; -1 is "
        "the last.",
    )

    @pytest.mark.points(1)
    def test_the_channel_comes_last(self, learner: Notebook, digits: Array) -> None:
        """The shape of 64 images becomes (64, 28, 28, 1)."""
        _with_channel(learner, digits)

    @pytest.mark.points(1)
    def test_any_number_of_images_will_do(self, learner: Notebook, digits: Array) -> None:
        """It works for 7 images as well, and for a single one."""
        _with_channel(learner, digits)
        for count in (7, 1):
            try:
                _with_channel(learner, digits[:count])
            except AssertionError as error:
                raise AssertionError(
                    f"64 images came out right, and {count} not. {error}"
                ) from error

    @pytest.mark.points(1)
    def test_the_images_are_left_as_they_were(self, learner: Notebook, digits: Array) -> None:
        """The images that came in keep their shape and their values."""
        _with_channel(learner, digits)
        assert not learner.ask(probes.changed_arguments, "add_channel", digits), (
            "`add_channel` changed the very array that it was given, its shape or its values. "
            "Whoever called it still uses that array as (N, 28, 28). Return another array, or "
            "another view of it."
        )

    @pytest.mark.points(1)
    def test_every_pixel_keeps_its_value_and_place(
        self, learner: Notebook, reference: Notebook, digits: Array, rng: np.random.Generator
    ) -> None:
        """Every pixel keeps its value and its place, also in images that are already scaled."""
        images = rng.random((64, 28, 28), np.float32)
        images[0, 3, 4:7] = np.nan, np.inf, 0
        for unseen in (images, digits.swapaxes(1, 2)):
            found = _with_channel(learner, unseen)
            assert agree(found, reference.add_channel(unseen)), _channel_mistake(found, unseen)


def _with_channel(learner: Notebook, images: Array) -> Array:
    try:
        answer = learner.add_channel(images)
    except LearnerError as error:
        if "reshape" not in error.text or error.kind == "NotImplementedError":
            raise
        raise AssertionError(
            f"{len(images)} images could not be reshaped ({error.kind}). Is a number of images "
            "written into the code? Training and test sets differ in it; take it from the images, "
            "or let NumPy work it out."
        ) from error
    found = array_from(answer, "add_channel")
    assert found.shape == (*images.shape, 1), _shape_mistake(found.shape, len(images))
    return found


def _shape_mistake(shape: tuple[int, ...], count: int) -> str:
    known = {
        (count, 28, 28): "no axis was added. A convolution asks for height, width and channels.",
        (
            count,
            1,
            28,
            28,
        ): "the channel comes before the rows. Other libraries want it there; Keras "
        "would take it for images of 1 × 28 pixels with 28 channels.",
        (1, count, 28, 28): "the new axis stands before all images, which makes them one example "
        "with many rows.",
        (count, 28, 1, 28): "the new axis stands between rows and columns.",
        (count, 784): "the images were flattened. A convolution needs their rows and columns.",
        (count, 784, 1): "rows and columns were merged. A convolution needs both.",
        (count, 28, 28, 3): "there are three channels. Gray images have one; copies of it would "
        "triple the work and add nothing.",
        (count, 28, 28, 1, 1): "two axes were added.",
        (28, 28, count): "the images themselves moved to the last axis.",
        (28, 28, count, 1): "the images moved behind rows and columns.",
        (28, 28, 1, count): "the order of all axes was turned around.",
        (28, 28, 1): "the axis of the images is gone. One image is still a set of one: an axis of "
        "length 1 must not be squeezed away.",
        (28, 28): "the axis of the images is gone, and no axis was added.",
    }
    return (
        f"The result has the shape {_in_letters(shape, count)}, (N, 28, 28, 1) is expected: "
        + known.get(shape, "the first axis counts images, then come rows, columns and a channel.")
    )


def _channel_mistake(found: Array, images: Array) -> str:
    values = found[..., 0]
    if agree(values, images.swapaxes(1, 2)):
        return (
            "The shape is right, but rows and columns have changed places: every digit lies on its "
            "side. The old axes keep their order; only one is added."
        )
    if np.array_equal(np.sort(values, axis=None), np.sort(images, axis=None), equal_nan=True):
        return (
            "The shape is right and all values are there, but not in their places. A reshape "
            "does not move axes, it refills them; and no axis is to be reversed or sorted."
        )
    if found.dtype.kind in "biu" and images.dtype.kind == "f":
        return (
            "Images that were scaled to fractions came back as whole numbers, so nearly every gray "
            f"was lost. Something turned them into {found.dtype}."
        )
    if images.dtype.kind != "f" or agree(values[1:], images[1:] / np.float32(255)):
        return (
            "The values changed as well. Scaling is the task of `normalize`; whoever calls both "
            "would scale twice."
        )
    return "The shape is right, but values changed. Adding an axis leaves every number as it is."


@pytest.mark.question("standardize", lesson="04-prepare#standardize")
class TestStandardize:
    """One mean and one deviation, of the training images, for all sets."""

    hints = (
        "Two numbers are learned from the training images and from nothing else: a mean and a "
        "standard deviation. All sets then use these same two numbers.",
        "Test it with one gray value: if 0 becomes -0.42 in the training images and something else "
        "in the test images, each set used its own numbers. If the border is NaN, there was a "
        "deviation for each pixel.",
        "Compute the mean and `.std()` of the whole training array, with no axis. Replace the "
        "deviation by 1 if it is 0. Then go through the training images and all the others in one "
        "loop, `(train_images, *others)`, and collect a tuple.",
    )

    @pytest.mark.points(1)
    def test_training_images_get_mean_0_and_deviation_1(
        self, learner: Notebook, digits: Array
    ) -> None:
        """The training images get mean 0 and standard deviation 1."""
        train, other = digits[:40], digits[40:] // 2
        mistake = _training_mistake(*_standard(learner, train, other), train)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_one_gray_becomes_one_number(self, learner: Notebook, digits: Array) -> None:
        """A gray that occurs in two sets becomes the same number in both."""
        train, other = digits[:40], digits[40:] // 2 + 60
        standard = _standard(learner, train, other)
        mistake = _gray_mistake(*standard, train, other)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_every_set_comes_back(self, learner: Notebook, digits: Array) -> None:
        """One array comes back for each set, in a tuple, and the sets themselves are unchanged."""
        fractions = digits.astype(np.float32) / 510
        for sets in ((digits[:8], digits[8:13], digits[13:16]), (digits[:8],)):
            _standard(learner, *sets)
        assert not learner.ask(
            probes.changed_arguments, "standardize", fractions[:8], fractions[8:13]
        ), (
            "`standardize` changed images that it was given: float images can be overwritten in "
            "place, and were. Whoever called it still needs them as they are. Compute into new "
            "arrays."
        )

    @pytest.mark.points(1)
    def test_values_agree_on_unseen_images(
        self, learner: Notebook, reference: Notebook, digits: Array
    ) -> None:
        """The numbers agree with the reference on images that you have not seen."""
        faded = digits[:4].astype(np.float32) / 300
        faded[0, 0, 0] = np.nan
        for sets in (
            (digits[9:10].swapaxes(1, 2), digits[10:13]),
            (digits[20:30] // 3, digits[:3], digits[30:31]),
            (digits[30:36].astype(np.float32) / 300, faded),
        ):
            found = _standard(learner, *sets)
            for i, (ours, right) in enumerate(
                zip(found, reference.standardize(*sets), strict=True)
            ):
                assert agree(ours, right, scale=1), _number_mistake(
                    i, ours, np.asarray(right), sets
                )

    @pytest.mark.points(1)
    def test_constant_training_images_are_no_accident(
        self, learner: Notebook, reference: Notebook, digits: Array
    ) -> None:
        """A deviation of 0 is replaced by 1."""
        ordinary = _standard(learner, digits[:3], digits[3:4])[0]
        assert abs(ordinary.mean()) < 0.01, (
            "Ordinary training images do not come out with mean 0 yet. Only then can this check "
            "tell what a deviation of 0 does."
        )
        flat = np.full((2, 28, 28), 64, np.uint8)
        standard = _standard(learner, flat, digits[:3])
        expected = reference.standardize(flat, digits[:3])
        for found, right in zip(standard, expected, strict=True):
            assert agree(found, right, scale=1), _constant_mistake(*standard)


def _standard(learner: Notebook, *sets: Array) -> list[Array]:
    """Return the standardized sets, one array for each."""
    try:
        answer = learner.standardize(*sets)
    except LearnerError as error:
        _explain_in_place(error)
        raise
    if isinstance(answer, np.ndarray) and answer.ndim == 3:
        _say_which_array_came(answer.shape, [len(images) for images in sets])
    parts = parts_from(answer, "standardize")
    assert len(parts) == len(sets), (
        f"`standardize` was given {len(sets)} sets and returned {len(parts)} arrays. Each set "
        "comes back, the training images first."
    )
    arrays = [array_from(part, "standardize", f"set {i}") for i, part in enumerate(parts, start=1)]
    shapes = [images.shape for images in sets]
    for i, (array, shape) in enumerate(zip(arrays, shapes, strict=True), start=1):
        assert array.shape == shape or array.shape not in shapes, (
            f"Set {i} came back with the shape of set {shapes.index(array.shape) + 1}. The sets "
            "come back in the order in which they were given."
        )
        assert array.shape == shape, (
            f"Set {i} came back with the shape {_in_letters(array.shape, shape[0])}. Every set "
            "keeps its shape, (N, 28, 28)."
        )
    return arrays


def _say_which_array_came(shape: tuple[int, ...], lengths: list[int]) -> None:
    assert len(lengths) > 1, (
        "With the training images alone, `standardize` returned their array itself. It should be a "
        "tuple all the same, of one array: then every caller can unpack it in the same way."
    )
    assert shape[0] != lengths[0], (
        "Only one array came back, as long as the training images. Every other set is to come back "
        "as well, prepared with the same two numbers."
    )
    assert shape[0] != sum(lengths), (
        "One long array came back, with all sets in a row. The caller cannot tell where the test "
        "images begin: give back each set by itself."
    )


def _is_standard(values: Array) -> bool:
    return abs(values.mean()) < 0.01 and abs(values.std() - 1) < 0.01


def _training_mistake(standard: Array, other: Array, train: Array) -> str:
    """Say what was computed instead of mean 0 and deviation 1; empty if it was just that."""
    values = standard.astype(np.float64)
    lost = np.isnan(values)
    if lost.any() and np.array_equal(lost.any(axis=0), train.std(axis=0) == 0):
        return (
            "Pixels of the border are NaN: there was a deviation for each pixel, and where all "
            "training images are black it is 0. One mean and one deviation serve all pixels."
        )
    if not np.isfinite(values).all():
        return "There are NaN or infinite values in the result, and none in the images."
    mean, deviation = values.mean(), values.std()
    if np.abs(values.mean(axis=0)).max() < 0.01 * deviation:
        return (
            "Each pixel position was standardized by itself: the mean over the images is 0 at "
            "every position. That makes faint specks at the border as large as strokes. One mean "
            "and one deviation serve all pixels."
        )
    if np.abs(values.mean(axis=(1, 2))).max() < 0.01 * deviation:
        return (
            "Each image was standardized by itself: every single one has mean 0. A bold digit and "
            "a thin one then have different blacks. One mean and one deviation serve all images."
        )
    black, white = values[train == 0].mean(), values[train == 255].mean()
    if black > white and abs(mean) < 0.01:
        return (
            "Black came out larger than white: the signs are reversed. The mean is subtracted from "
            "the pixels, not the pixels from the mean."
        )
    if black > white:
        return (
            "Black came out larger than white. uint8 has no negative numbers: 0 - 33 wraps around "
            "to 223. Subtract only once the pixels, or the mean, are floats."
        )
    everything = np.concatenate([values, other.astype(np.float64)])
    if abs(mean) >= 0.01 and _is_standard(everything):
        return (
            f"The mean of the training images is {mean:.2f}, and that of all sets together is 0: "
            "the statistics were taken over all of them. Held-out images stand for images that "
            "nobody has seen; so they cannot take part in preparing anything."
        )
    if abs(values.min()) < _NEAR and abs(values.max() - 1) < _NEAR:
        return (
            "The training images run from 0 to 1. This is normalizing; standardizing gives them "
            "mean 0 and standard deviation 1."
        )
    spread = train.std()
    if abs(mean) < 0.01 and abs(deviation * spread - 1) < 0.01:
        return (
            f"The deviation of the training images is {deviation:.2g}, it should be 1: they were "
            "divided by the variance. The standard deviation is its square root."
        )
    if abs(mean) < 0.01 and abs(deviation / spread - 1) < 0.01:
        return (
            f"The mean is 0, and the deviation is still {deviation:.3g}, it should be 1: the "
            "pixels were centered, and not divided."
        )
    if abs(deviation - 1) < 0.01 and abs(mean - train.mean() / spread) < 0.01:
        return (
            f"The deviation is 1, and the mean is {mean:.2g}, it should be 0: the pixels were "
            "divided, and nothing was subtracted."
        )
    if not _is_standard(values):
        return (
            f"The training images have mean {round(mean, 3) + 0.0:g} and standard deviation "
            f"{deviation:.3g}; 0 and 1 are expected."
        )
    return ""


def _gray_mistake(standard: Array, other: Array, train: Array, other_images: Array) -> str:
    """Say which gray became two numbers; empty if none did."""
    if np.array_equal(other, other_images):
        return (
            "The second set came back as it was, in raw pixels. A network that was trained on "
            "standardized digits would be shown numbers a hundred times as large."
        )
    lines = []
    for images, numbers in ((train, standard), (other_images, other)):
        finite = np.nan_to_num(numbers).astype(np.float64)
        slope, start = np.polyfit(images.ravel(), finite.ravel(), 1)
        lines.append((slope, start))
        if not np.abs(slope * images + start - numbers).max() < 0.01:
            if np.ptp(numbers[images == images.min()]) < 0.01:
                return (
                    "Within one set, the numbers do not grow evenly with the grays, as if some "
                    "were clipped or bent. Every pixel minus the mean, over the deviation: nothing "
                    "else."
                )
            return (
                "Within one set, pixels of the same gray became different numbers. One mean and "
                "one deviation, both plain numbers, serve every pixel."
            )
    (slope, start), (other_slope, other_start) = lines
    here, there = 100 * slope + start, 100 * other_slope + other_start
    if abs(start - other_start) < 0.01 and abs(here - there) < 0.01:
        return ""
    differs = (
        f"The gray 100 became {here:.2f} in the training images and {there:.2f} in the other set: "
    )
    if abs(other.mean()) < 0.01 and abs(other.std() - 1) < 0.01:
        return (
            f"{differs}each set was prepared with its own statistics. The network then meets other "
            "digits than it has learned."
        )
    if abs(other.mean()) < 0.01:
        return f"{differs}each set was centered on its own mean. The training mean serves all."
    if abs(other_start / other_slope - start / slope) < 1:
        return (
            f"{differs}the training mean was subtracted from both, and then each was divided by a "
            "deviation of its own. The training deviation serves all."
        )
    return f"{differs}both sets take the mean and the deviation from the training images."


def _number_mistake(i: int, found: Array, right: Array, sets: tuple[Array, ...]) -> str:
    first = sets[0]
    n = first.size
    if len(first) == 1 and agree(found, right * np.sqrt((n - 1) / n), scale=1):
        return (
            "On a single training image the deviation is a little under 1: it was computed with "
            "`ddof=1`, which divides by n - 1. Here it divides by n (`ddof=0`). With 47 million "
            "pixels nobody would notice."
        )
    if np.isnan(right).any() and not np.isnan(found).any():
        return (
            "A pixel that was NaN in the second set became a number. A missing value stays "
            "missing, so that somebody notices it."
        )
    if not np.isfinite(found[np.isfinite(right)]).all():
        if not any(np.isnan(images).any() for images in sets):
            return "There are NaN or infinite values in the result, and none in the images."
        return (
            "One NaN in the second set spread to other pixels. Only the training images may decide "
            "the mean and the deviation."
        )
    if first.std() < 1 and agree(found, right * np.nanstd(first), scale=1):
        return (
            "Images that were scaled before came out centered and not divided. Their deviation is "
            "below 1, and 1 was taken in its place; that is for a deviation of 0 alone."
        )
    with np.errstate(invalid="ignore"):
        apart = np.nanmax(np.abs(found - right))
    which = "the training images" if i == 0 else "another set"
    return (
        f"On images that you have not seen, the numbers of {which} are off by up to {apart:.2g}. "
        "Subtract the training mean and divide by the training deviation, at full precision."
    )


def _constant_mistake(train: Array, other: Array) -> str:
    if not (np.isfinite(train).all() and np.isfinite(other).all()):
        return (
            "All training pixels were 64, so their deviation is 0, and dividing by it gave NaN or "
            "infinity. In this case divide by 1."
        )
    largest = np.abs(other).max()
    if largest > 1000:
        return (
            "All training pixels were 64, so their deviation is 0, and other images came out as "
            f"large as {largest:.0e}. A tiny number added to the deviation prevents the error, not "
            "the damage. Divide by 1 instead."
        )
    if largest == 0:
        return (
            "All training pixels were 64, and every pixel of the other set became 0, whatever it "
            "was. With a deviation of 0 divide by 1: the mean is still subtracted."
        )
    if np.array_equal(train, np.full_like(train, 64)):
        return (
            "All training pixels were 64, and they came back as 64. With a deviation of 0 the mean "
            "is still subtracted; only the divisor becomes 1."
        )
    return (
        "All training pixels were 64, so their deviation is 0. Then the mean is subtracted and the "
        "divisor is 1; some numbers come out otherwise."
    )


@pytest.mark.question("holdout_split", lesson="04-prepare#split")
class TestHoldoutSplit:
    """Positions of a training and a validation part, class by class."""

    hints = (
        "Work with positions, 0 to N - 1, not with images. Treat each class by itself: find its "
        "positions, shuffle them, and hold out the same share of each.",
        "Count the classes of `labels[validation_index]`. If some are missing, labels were taken "
        "in their order. If they differ more than they should, the shuffle did not look at "
        "classes. If two calls with one seed differ, some random number did not come from the "
        "seed.",
        "`np.random.default_rng(seed)` makes the generator, `np.flatnonzero(labels == c)` gives "
        "the positions of one class, and `rng.permutation` shuffles them. Or look up `stratify` in "
        "scikit-learn's `train_test_split`: it splits whatever you give it, positions too.",
    )

    @pytest.mark.points(1)
    def test_every_position_is_in_one_part(self, learner: Notebook, labels: Array) -> None:
        """Every position is in exactly one of the two parts."""
        _check_parts(*_split(learner, labels, 0.25, 0), labels)

    @pytest.mark.points(1)
    def test_each_class_gives_its_share(self, learner: Notebook) -> None:
        """Of labels that are sorted, a quarter of each class is held out."""
        labels = np.repeat(np.arange(10), 20)
        train, validation = _split(learner, labels, 0.25, 3)
        _check_no_repeats(train, validation)
        mistake = _share_mistake(train, validation, labels, 0.25)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_the_seed_decides(self, learner: Notebook, labels: Array) -> None:
        """The same seed gives the same split, and another seed another one."""
        held_out = {
            (seed, turn): sorted(_split(learner, labels, 0.25, seed)[1].tolist())
            for seed in (7, 0, 8)
            for turn in (1, 2)
            if seed != 8 or turn == 1
        }
        assert held_out[7, 1] == held_out[7, 2], (
            "Two calls with the seed 7 held out different digits. A comparison of two models then "
            "compares their luck, too. Every random number has to come from the seed."
        )
        assert held_out[0, 1] == held_out[0, 2], (
            "The seed 7 can be repeated and the seed 0 cannot. 0 is a seed like any other, "
            "although Python takes it for false in an `if`, and so does `or`."
        )
        same = held_out[0, 1] == held_out[7, 1] == held_out[8, 1]
        rows = np.array(held_out[0, 1])
        assert not (same and len(rows) and np.ptp(rows) == len(rows) - 1), (
            f"For every seed the rows {rows[0]} to {rows[-1]} are held out: nothing is drawn at "
            "all."
        )
        assert not same, (
            "The seeds 0, 7 and 8 held out the very same digits: the argument `seed` has no "
            "effect. Nobody could find out how much of a score is due to the split."
        )

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_unequal_classes_give_equal_shares(
        self, learner: Notebook, rng: np.random.Generator
    ) -> None:
        """Large and small classes give the same share, for other fractions too."""
        sizes = (80, 8, 40, 16, 24, 48, 4, 60, 20, 100)
        labels = rng.permutation(np.repeat(np.arange(10), sizes))
        for fraction in (0.25, 0.4):
            train, validation = _split(learner, labels, fraction, 1)
            _check_parts(train, validation, labels)
            mistake = _share_mistake(train, validation, labels, fraction)
            assert not mistake, mistake

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_a_few_labels_will_do(self, learner: Notebook) -> None:
        """It works on a few labels of two classes as well, and leaves them as they were."""
        labels = np.array([3, 12, 12, 3, 12, 12, 3, 12, 12, 3], np.uint8)
        train, validation = _split(learner, labels, 0.5, 12345)
        _check_parts(train, validation, labels)
        mistake = _share_mistake(train, validation, labels, 0.5)
        assert not mistake, mistake
        assert not learner.ask(probes.changed_arguments, "holdout_split", labels, 0.5, 5), (
            "`holdout_split` changed the labels that it was given, so they no longer belong to "
            "their images. Shuffle positions, or a copy."
        )


def _split(learner: Notebook, labels: Array, fraction: float, seed: int) -> tuple[Array, Array]:
    answer = learner.holdout_split(labels, fraction, seed)
    assert not (isinstance(answer, np.ndarray) and answer.ndim == 1), (
        "A single array came back. Two are asked for: the positions to train on, then the "
        "positions to validate on."
    )
    parts = parts_from(answer, "holdout_split")
    assert len(parts) == 2, (
        f"{len(parts)} things came back. Two are asked for: the positions to train on, then the "
        "positions to validate on."
    )
    train, validation = (
        _positions(part, name, labels)
        for part, name in zip(parts, ("the training part", "the validation part"), strict=True)
    )
    assert not _are_labels(train, validation, labels), (
        "These are labels, not positions: the two parts hold the values themselves. Labels say "
        "which digits were chosen and not which images. Positions run from 0 to N - 1."
    )
    return train, validation


def _positions(part: Any, name: str, labels: Array) -> Array:
    positions = array_from(part, "holdout_split", name)
    if positions.size == 0:
        return np.zeros(0, int)
    assert positions.dtype.kind != "b", (
        f"For {name} a mask of True and False came back. Positions are whole numbers: where the "
        "mask is True."
    )
    assert positions.dtype.kind in "iu", (
        f"The positions of {name} have the type {positions.dtype}. NumPy takes whole numbers only "
        "as positions."
    )
    assert positions.ndim == 1, (
        f"The positions of {name} have the shape {_in_letters(positions.shape, len(positions))}. A "
        "flat row of them is expected; used as an index, this would add an axis to the images."
    )
    outside = positions[(positions < 0) | (positions >= len(labels))]
    assert not outside.size, (
        f"{name.capitalize()} holds the position "
        f"{'N' if outside[0] == len(labels) else outside[0]}. Positions run from 0 to N - 1."
    )
    return positions.astype(int)


def _are_labels(train: Array, validation: Array, labels: Array) -> bool:
    both = np.sort(np.concatenate([train, validation]))
    return np.array_equal(both, np.sort(labels)) and not np.array_equal(
        both, np.arange(len(labels))
    )


def _check_no_repeats(train: Array, validation: Array) -> None:
    for name, part in (("training", train), ("validation", validation)):
        assert len(np.unique(part)) == len(part), (
            f"Some positions occur several times in the {name} part. Each image is used once; were "
            "they drawn with replacement, or counted anew in each class?"
        )


def _check_parts(train: Array, validation: Array, labels: Array) -> None:
    _check_no_repeats(train, validation)
    shared = np.intersect1d(train, validation)
    assert len(shared) < len(np.unique(validation)) or not len(shared), (
        "Every held-out position is among the training positions, too. A model is then judged on "
        "digits that it was trained on, and looks better than it is."
    )
    assert not len(shared), (
        f"{len(shared)} positions are in both parts, {shared[0]} for one. A model is then judged "
        "in part on digits that it was trained on."
    )
    lost = np.setdiff1d(labels, labels[np.concatenate([train, validation])])
    assert not len(lost) or len(lost) == len(np.unique(labels)), (
        f"No position with the label {lost[0]} is in either part. Which classes there are is for "
        "the labels to tell: there need not be ten, and they need not end at 9."
    )
    missing = len(labels) - len(train) - len(validation)
    assert not missing, (
        f"{missing} of {len(labels)} positions are in neither part. What is not held out is for "
        "training."
    )


def _share_mistake(train: Array, validation: Array, labels: Array, fraction: float) -> str:
    """Say how the held-out part differs from the same share of each class; empty if it does not."""
    classes, sizes = np.unique(labels, return_counts=True)
    counts = np.array([np.sum(labels[validation] == c) for c in classes])
    # Floor, ceiling and every way of rounding are right, and so is sharing out a rounded total.
    if np.all(np.abs(counts - sizes * fraction) <= 1):
        return ""
    n, held = len(labels), len(validation)
    if not held:
        return f"Nothing is held out, with fraction={fraction}."
    if len(classes) < 3:
        return (
            f"Of {n} labels of the classes {' and '.join(map(str, classes))}, {counts.tolist()} "
            f"were held out; {(sizes * fraction).tolist()} are {fraction:.0%} of each."
        )
    if fraction < 0.5 and abs(len(train) - n * fraction) <= len(classes):
        return (
            f"{len(train)} positions are for training and {held} held out, with "
            f"fraction={fraction}. Either the two parts have changed places, or the fraction was "
            "taken for the share of training. It is the share that is held out."
        )
    for end, rows in {"last": np.arange(n - held, n), "first": np.arange(held)}.items():
        if np.array_equal(np.sort(validation), rows):
            if np.any(np.diff(labels.astype(int)) < 0):
                return f"The {end} {held} rows are held out, whatever classes they belong to."
            found = ", ".join(map(str, np.unique(labels[rows])))
            return (
                f"The {end} {held} rows are held out. These labels are sorted, so they are digits "
                f"{found} and no others: the model never trains on them and is judged on nothing "
                "else."
            )
    if abs(held - n * fraction) > len(classes):
        return (
            f"{held} of {n} positions are held out, with fraction={fraction}; about "
            f"{n * fraction:.0f} are expected."
        )
    if np.ptp(sizes) and np.array_equal(counts, np.minimum(sizes, counts.max())):
        return (
            f"Every class gives {counts.max()} digits if it has them, the one with {sizes.max()} "
            "no more than the others. Stratified means the same share of each class, not the same "
            "number."
        )
    most, least = np.argmax(counts - sizes * fraction), np.argmin(counts - sizes * fraction)
    return (
        f"The split is not stratified: it holds out {counts[most]} of {sizes[most]} digits "
        f"{classes[most]} and {counts[least]} of {sizes[least]} digits {classes[least]}. With "
        f"fraction={fraction} each class gives {fraction:.0%}, give or take one."
    )


@pytest.mark.question("one_hot", lesson="04-prepare#one-hot")
class TestOneHot:
    """From labels to rows with a single 1."""

    hints = (
        "Each label becomes a row of zeros with a single 1. The label says in which column the 1 "
        "stands; how many columns there are is told by the second argument.",
        "Try it on the labels 3, 0, 3, 1. The shape has to be (4, 10), though no 9 is among them. "
        "More than one 1 in a row means that an index reached all rows at once.",
        "The rows of the identity matrix, `np.eye(…)`, are all the rows that can occur, in order. "
        "Picking rows from it by an array of positions gives one row for each label.",
    )

    @pytest.mark.points(1)
    def test_each_row_holds_a_single_1(self, learner: Notebook, labels: Array) -> None:
        """There is one row for each label, with a single 1 in it."""
        _check_rows(_encoded(learner, labels), labels)

    @pytest.mark.points(1)
    def test_the_1_stands_in_the_column_of_the_label(
        self, learner: Notebook, labels: Array
    ) -> None:
        """The 1 stands in the column that the label names."""
        encoded = _encoded(learner, labels)
        _check_rows(encoded, labels)
        mistake = _column_mistake(encoded.argmax(axis=1), labels)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_the_width_is_the_number_of_classes(self, learner: Notebook) -> None:
        """There are `num_classes` columns, whichever labels occur."""
        labels = np.array([3, 0, 3, 1])
        for arguments in ((), (12,), (5,)):
            _encoded(learner, labels, *arguments)

    @pytest.mark.points(1)
    def test_values_agree_on_unseen_labels(
        self, learner: Notebook, reference: Notebook, labels: Array
    ) -> None:
        """It is right for other labels, for a single one too, and leaves them as they were."""
        unseen = labels[::-1].astype(np.uint8)
        few = ((np.array([5]), 7), (np.array([2, 11, 2]), 13), (np.array([1, 0, 1]), 2))
        for arguments in ((unseen,), *few):
            expected = np.asarray(reference.one_hot(*arguments))
            encoded = _encoded(learner, *arguments)
            _check_rows(encoded, arguments[0])
            mistake = _column_mistake(encoded.argmax(axis=1), arguments[0])
            assert not mistake, mistake
            assert agree(encoded, expected), "A row differs from the reference."
        assert not learner.ask(probes.changed_arguments, "one_hot", unseen), (
            "`one_hot` changed the labels that it was given. They are still needed as numbers."
        )


def _encoded(learner: Notebook, labels: Array, num_classes: int | None = None) -> Array:
    arguments = () if num_classes is None else (num_classes,)
    encoded = array_from(learner.one_hot(labels, *arguments), "one_hot")
    width = num_classes or 10
    assert encoded.shape == (len(labels), width), _form_mistake(encoded.shape, labels, width)
    return encoded


def _form_mistake(shape: tuple[int, ...], labels: Array, width: int) -> str:
    n = len(labels)
    known = {
        (n, width, width): "it was encoded twice. A row of zeros and ones was taken for labels "
        "again.",
        (width, n): "labels and classes are swapped. Each label has a row, each class a column.",
        (n,): "each label is still a single number.",
        (width,): "all labels went into one row. Each needs a row of its own.",
        (n * width,): "the rows hang together as one. Each label needs a row of its own.",
        (n, 10): "the argument `num_classes` has no effect.",
        (n, labels.max() + 1): "the largest label set the width. A network has one output for each "
        "class, whatever this batch holds.",
        (n, len(np.unique(labels))): "only the labels that occur got a column. Then column 2 means "
        "another digit in the next batch.",
    }
    if n > 1:
        known[n, 1] = "these are the labels, in a column."
        if width == 2:
            known[n, 1] = (
                "two classes share one column, as some tools have it that save the second. A "
                "network with two outputs is compared with two columns."
            )
    why = known.get(shape, "a row for each label, a column for each class.")
    return (
        f"With num_classes={width} the result has the shape {_in_letters(shape, n)}, (N, {width}) "
        f"is expected: {why}"
    )


def _check_rows(encoded: Array, labels: Array) -> None:
    sums = encoded.sum(axis=1)
    assert not np.array_equal(encoded.max(axis=1), labels) or labels.max() < 2, (
        "The label itself stands in its column, in place of a 1. The 1 is a probability: this "
        "class for certain. And a 0 in column 0 would be no mark at all."
    )
    if np.isin(encoded, (0, 1)).all():
        assert not (sums == encoded.shape[1] - 1).all() or encoded.shape[1] == 2, (
            "Zeros and ones have changed places: the column of the label holds the only 0."
        )
        assert (sums <= 1).all() or not np.array_equal(sums, labels + 1), (
            "All columns up to the label are filled, as if 7 were more than 6. Labels are names: "
            "one column is meant."
        )
        assert (sums <= 1).all() or (sums >= 1).all(), (
            "Some rows hold several ones and others none, so they were written into wrong rows. "
            "Were positions computed in a type that is too small for them, such as uint8?"
        )
        assert (sums <= 1).all(), (
            f"One row has {int(sums.max())} ones. Its own label should set a single 1; here the "
            "labels of other rows have left theirs."
        )
        assert (sums == 1).all() or not np.array_equal(sums == 0, labels == 0), (
            "The rows of label 0 hold no 1. The digit 0 is a class like any other, with the first "
            "column."
        )
        assert (sums == 1).all(), (
            f"{int((sums == 0).sum())} rows have no 1 at all, although each has a label."
        )
        return
    found = ", ".join(f"{value:.3g}" for value in np.unique(encoded)[:4])
    raise AssertionError(
        f"The result holds the values {found}{' …' if len(np.unique(encoded)) > 4 else ''}. A "
        "one-hot row has 0 everywhere and 1 once."
    )


def _column_mistake(columns: Array, labels: Array) -> str:
    wrong = np.flatnonzero(columns != labels)
    if not len(wrong):
        return ""
    if (columns == (labels - 1) % 10).all():
        return (
            "The 1 stands one column too far left: label 1 is in column 0. Columns are counted "
            "from 0, and so are the digits."
        )
    if (columns == (labels + 1) % 10).all():
        return "The 1 stands one column too far right: label 0 is in column 1."
    if (columns + labels == 9).all():
        return "The columns run backwards: label 0 is in the last one."
    first = wrong[0]
    if not (columns[labels == labels[first]] == columns[first]).all():
        return (
            f"The same label, {labels[first]}, has its 1 in different columns of different rows: "
            "rows and labels got out of step."
        )
    return (
        f"Label {labels[first]} has its 1 in column {columns[first]}. The number of the column is "
        "the label."
    )
