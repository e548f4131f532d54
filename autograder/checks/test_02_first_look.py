"""Checks of 02_first_look: describe the images, look at them, and test what is said of them."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from course import probes
from course.errors import LearnerError
from course.notebook import Notebook
from course.testing import agree, array_from, parts_from
from course.wire import Opaque

Array = npt.NDArray[Any]

SIDE = 28


# --- describe_dataset


@pytest.mark.question("describe_dataset", lesson="02-first-look#describe")
class TestDescribeDataset:
    hints = (
        "Each fact is one short expression: three come from the shape, one from the type, five are "
        "taken over all pixels at once, and one is about the labels.",
        "Print the dictionary for two tiny images that you make up, with labels such as 8 and 3, "
        "and work out each fact by hand. A fact that is an array kept an axis; a share above 1 is "
        "a percentage or a count.",
        "Write a dictionary with the keys of the docstring. `images.shape` gives three numbers, "
        "`str` turns a dtype into text; methods called without `axis` look at all pixels; the mean "
        "of a comparison with 0 is a share; `np.unique` finds which labels occur.",
    )

    @pytest.mark.points(1)
    def test_the_dimensions(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """The numbers of images, rows and columns are right."""
        cut = digits[:50, 4:24, 2:26]
        found = _facts(learner, cut, labels[:50], "n_images", "height", "width")
        n_images, height, width = found.values()
        assert n_images != cut.size, (
            "n_images counts the pixels. The first axis of the array counts the images."
        )
        assert (height, width) != (24, 20), (
            "height and width have changed places. The axes are images, rows, columns, and the "
            "number of rows is the height. Square images would have hidden this."
        )
        assert n_images == 50, (
            f"50 images came in, and n_images is {n_images:g}. A fact that is written into the "
            "code, or taken from the notebook's own images, is not about the argument."
        )
        assert (height, width) == (20, 24), (
            f"These images have 20 rows and 24 columns, and {height:g} × {width:g} came out. Read "
            "both off the shape of the argument; not all images have 28 × 28 pixels."
        )

    @pytest.mark.points(1)
    def test_the_type_and_the_range(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """The type is named as text, and the range is that of these pixels."""
        dark = digits // 2
        found = _facts(learner, dark, labels, "dtype", "min", "max")
        assert found["dtype"] == "uint8", _type_mistake(found["dtype"])
        assert found["min"] != dark[dark > 0].min(), (
            "min is the smallest value of the lit pixels. Zeros are pixels, too, and here they are "
            "the smallest."
        )
        assert (found["min"], found["max"]) == (0, 127), (
            f"The pixels of these images, darkened for the check, run from 0 to 127. Found: "
            f"{found['min']:g} to {found['max']:g}. Ask the pixels, not the type."
        )

    @pytest.mark.points(1)
    def test_mean_and_deviation(self, learner: Notebook) -> None:
        """Mean and standard deviation are those of all pixels."""
        images = np.array([[[0, 10, 20]], [[250, 0, 200]]], np.uint8)
        found = _facts(learner, images, np.array([4, 1]), "mean", "std")
        mistake = next(_statistics_mistakes(found["mean"], found["std"], images), "")
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_classes_and_zeros(self, learner: Notebook) -> None:
        """Classes are counted once each, and zeros as a share of all pixels."""
        images = np.full((5, 2, 4), 9, np.uint8)
        images[0, 0] = images[1, :, :3] = 0
        labels = np.array([7, 3, 7, 5, 3])
        found = _facts(learner, images, labels, "n_classes", "zero_fraction")
        classes, share = found["n_classes"], found["zero_fraction"]
        known = {
            8: "This is the largest label and one more. It counts labels that do not occur here, "
            "and would not notice that a class is missing.",
            7: "This is the largest label itself.",
            5: "This counts the labels. Two of them occur twice.",
            10: "MNIST has ten digits, these labels do not: the fact is about the argument.",
        }
        assert classes == 3, (
            f"Among the labels 7, 3, 7, 5, 3 there are three classes, and n_classes is "
            f"{classes:g}. {known.get(classes, '')}".rstrip()
        )
        known_shares = {
            25: "It is a percentage. A fraction lies between 0 and 1.",
            10: "It is the number of zeros. A fraction divides it by the number of pixels.",
            2: "It is the number of zeros in an image. A fraction divides by the number of pixels.",
            0.75: "It is the share of the pixels that are not 0.",
            0.5: "It is the share in the first image alone.",
        }
        why = (text for value, text in known_shares.items() if np.isclose(share, value))
        assert np.isclose(share, 0.25), (
            f"10 of 40 pixels are 0, and zero_fraction is {share:g}. {next(why, '')}".rstrip()
        )

    @pytest.mark.points(1)
    def test_facts_agree_on_unseen_images(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It describes any images, scaled ones too, and leaves them as they were."""
        scaled = np.where(rng.random((3, 7, 5)) < 0.4, 0, rng.random((3, 7, 5))).astype("float32")
        one = rng.integers(40, 90, (1, 6, 9), np.uint8)
        for images, labels in ((scaled, np.array([12, 2, 12])), (one, np.array([6], np.uint8))):
            expected = reference.describe_dataset(images, labels)
            for key, value in _facts(learner, images, labels, *expected).items():
                right = (
                    value == expected[key]
                    if key == "dtype"
                    else agree(np.asarray(value), float(expected[key]), scale=0.01)
                )
                assert right, (
                    f"{key} is wrong for {len(images)} unseen images of {images.shape[1]} × "
                    f"{images.shape[2]} pixels and the type {images.dtype}."
                )
        assert not learner.ask(
            probes.changed_arguments, "describe_dataset", scaled, np.array([12, 2, 12])
        ), (
            "`describe_dataset` changed an array that it describes. Images and labels are still "
            "needed as they were, and in the order in which they belong together."
        )


def _facts(learner: Notebook, images: Array, labels: Array, *keys: str) -> dict[str, Any]:
    answer = learner.describe_dataset(images, labels)
    assert answer is not None, (
        "`describe_dataset` returned nothing (None). Printing shows the facts to you; only what "
        "leaves by `return` can be used by code."
    )
    assert isinstance(answer, dict), (
        f"`describe_dataset` returned {_kind_of(answer)}. A dictionary is expected: each fact is "
        "asked for by its name."
    )
    for key in keys:
        assert key in answer, (
            f"There is no key “{key}”. The keys found are {', '.join(map(str, answer))}."
        )
    return {key: answer[key] if key == "dtype" else _number(answer[key], key) for key in keys}


def _kind_of(answer: Any) -> str:
    if isinstance(answer, Opaque):
        return f"an object of the type {answer.type_name}"
    return {list: "a list, a tuple or a table", str: "text"}.get(type(answer), "a plain value")


def _number(value: Any, key: str) -> float:
    assert not isinstance(value, str | bytes), f"{key} is text; a number is expected."
    array = array_from(value, "describe_dataset", key)
    assert array.size == 1, (
        f"{key} is an array of the shape {array.shape}. One number is expected, for all together; "
        "an `axis` that is named is the only one that goes."
    )
    return float(array.reshape(-1)[0])


def _type_mistake(found: Any) -> str:
    if isinstance(found, Opaque):
        return (
            f"dtype is an object of the type {found.type_name}. Text is expected, such as what "
            "`print` shows of it: text can be written to a file and compared."
        )
    if "ndarray" in str(found):
        return f"dtype is “{found}”. That is the type of the container; the pixels have their own."
    if str(found).startswith("<class"):
        return f"dtype is “{found}”, the name of a Python class. The dtype itself is called uint8."
    return f"These pixels have the type uint8, and dtype is “{found}”."


def _statistics_mistakes(mean: float, std: float, images: Array) -> Iterator[str]:
    """Yield what is wrong with mean and deviation, the most telling thing first."""
    pixels = images.ravel().astype(float)
    first, lit = images[0].astype(float), pixels[pixels > 0]
    right_mean, right_std = np.isclose(mean, pixels.mean()), np.isclose(std, pixels.std())
    if right_mean and right_std:
        return
    if np.allclose([mean, std], [first.mean(), first.std()]):
        yield "Mean and deviation are those of the first image alone. All images are asked for."
    if np.allclose([mean, std], [lit.mean(), lit.std()]):
        yield "Mean and deviation leave the zeros out. A pixel that is 0 counts like any other."
    if np.allclose([mean, std], [pixels.mean() / 255, pixels.std() / 255]):
        yield (
            "Mean and deviation are those of pixels that were divided by 255. A description says "
            "what is there; scaling comes later."
        )
    if np.isclose(mean, (int(pixels.sum()) % 256) / pixels.size):
        yield (
            f"The mean is {mean:.4g}, the right one is {pixels.mean():g}. The sum was taken in "
            "bytes, where 255 and 1 make 0: Python's own `sum` keeps the type of the pixels."
        )
    if not right_mean:
        yield f"The mean of the pixels {_listed(images)} is {pixels.mean():g}. Found: {mean:.6g}."
    if np.isclose(std, pixels.std(ddof=1)):
        yield (
            f"The deviation is {std:.5g}, which divides by one pixel less than there are: ddof=1. "
            "That is pandas' default; ddof=0 is asked for."
        )
    if np.isclose(std, pixels.var()):
        yield f"std is {std:.6g}, which is the variance. The deviation is its square root."
    if np.isclose(std, np.mean([image.std() for image in images])):
        yield (
            "The deviation was taken in each image, and then averaged. It leaves out how much the "
            "images differ from each other."
        )
    for decimals in range(4):
        if std == round(float(pixels.std()), decimals):
            yield (
                f"The deviation was rounded to {decimals} decimals. Round where you print, so that "
                "whoever computes with a fact has all of it."
            )
    yield f"The deviation of the pixels {_listed(images)} is {pixels.std():.5f}. Found: {std:.6g}."


def _listed(images: Array) -> str:
    return ", ".join(map(str, images.ravel()))


# --- always_blank


@pytest.mark.question("always_blank", lesson="02-first-look#blank")
class TestAlwaysBlank:
    hints = (
        "Ask the same question of every pixel of every image, is it 0, and then, for each "
        "position, whether all the images say yes.",
        "Try it on two images of one row: [0, 9, 0] and [0, 0, 1]. Only the first position is "
        "blank in both. A result with three axes has not been brought together over the images.",
        "A comparison of an array with 0 gives an array of booleans of the same shape. Its method "
        "`all` brings one axis together; which one counts the images?",
    )

    @pytest.mark.points(1)
    def test_the_form(self, learner: Notebook, digits: Array) -> None:
        """There is one True or False for each position."""
        found = _mask(learner, digits[:, 4:24, 2:26])
        assert found.dtype.kind == "b", (
            f"The result has the type {found.dtype}. True and False are expected: as an index, "
            "booleans choose positions, and the numbers 0 and 1 mean rows 0 and 1."
        )

    @pytest.mark.points(1)
    def test_real_digits(self, learner: Notebook, digits: Array) -> None:
        """Of 64 digits, the blank positions are found, and of 1,200 small images."""
        many = np.zeros((1200, 4, 5), np.uint8)
        many[2, 0, 3], many[40, 3, 0], many[1199, 1, 2] = 90, 200, 150
        for images in (digits, many):
            found = _mask(learner, images).astype(bool)
            mistake = _blank_mistake(found, images)
            assert not mistake, mistake

    @pytest.mark.points(1)
    def test_faint_and_bright_pixels(self, learner: Notebook) -> None:
        """A position is not blank if one image has a 1 there, nor where bytes add up to 256."""
        images = np.zeros((4, 3, 5), np.uint8)
        images[2, 0, 1] = 1
        images[:2, 1, 3] = 128
        images[:, 2, 0] = 64
        images[1, 2, 2] = 250
        images[3, 0, 4] = 77
        found = _mask(learner, images).astype(bool)
        mistake = _blank_mistake(found, images)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_masks_agree_on_unseen_images(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """It is right for other images, for a single one too, and leaves them as they were."""
        for shape in ((1, 6, 9), (3, 9, 6)):
            images = rng.integers(1, 255, shape, np.uint8) * (rng.random(shape) < 0.4)
            found = _mask(learner, images).astype(bool)
            mistake = _blank_mistake(found, images)
            assert not mistake, mistake
            assert agree(found, reference.always_blank(images)), "A position differs."
        assert not learner.ask(probes.changed_arguments, "always_blank", images), (
            "`always_blank` changed the images that it was given. It was asked to look."
        )


def _mask(learner: Notebook, images: Array) -> Array:
    n, height, width = images.shape
    found = array_from(learner.always_blank(images), "always_blank")
    if found.shape == (height, width):
        return found
    known = {
        images.shape: "there is an answer for each pixel of each image. Bring the images together.",
        (): "a single answer came back. Each position has an answer of its own.",
        (n,): "there is an answer for each image. The question is about positions.",
        (height * width,): "the positions stand in one row. Keep rows and columns, so that the "
        "answer can be shown as a picture.",
        (n, width): "rows were brought together, and images are still apart.",
        (n, height): "columns were brought together, and images are still apart.",
        (width, height): "rows and columns have changed places.",
        (SIDE, SIDE): "28 × 28 is not the size of these images. Does the code use its argument?",
    }
    pairs = found.ndim == 2 and 2 in found.shape
    otherwise = (
        "this looks like a list of positions. A mask says of every position whether it is blank."
        if pairs
        else "there is one answer for each row and column."
    )
    raise AssertionError(
        f"For images of the shape {images.shape} the result has the shape {found.shape}; "
        f"({height}, {width}) is expected: {known.get(found.shape, otherwise)}"
    )


def _blank_mistake(found: Array, images: Array) -> str:
    """Say how a mask differs from the blank positions; empty if it does not."""
    blank = ~images.any(axis=0)
    if np.array_equal(found, blank):
        return ""
    if np.array_equal(found, ~blank):
        return (
            "True and False have changed places: True stands where some image is lit. The name of "
            "the function says which of the two is asked for."
        )
    if len(images) > 1:
        for which, position in (("first", 0), ("last", -1)):
            if np.array_equal(found, images[position] == 0):
                return (
                    f"The mask is that of the {which} image alone. A position is blank if *every* "
                    "image has a 0 there."
                )
        if np.array_equal(found, (images == 0).any(axis=0)):
            return (
                "True stands wherever at least one image has a 0. Asked for are the positions "
                "where all of them have one."
            )
    for first in range(len(images) - 1, 4, -1):
        if np.array_equal(found, ~images[:first].any(axis=0)):
            return (
                f"A position counts as blank here that only the last of {len(images):,} images "
                "lights. Every image is asked, however many there are."
            )
    if np.array_equal(found, images.sum(axis=0, dtype=np.uint8) == 0):
        return (
            "A position where one image has 128 and another has 128 counts as blank here. Added up "
            "in bytes they make 256, which a byte writes as 0. Compare first, and no sum can wrap."
        )
    if np.array_equal(found, (images == images[0]).all(axis=0)):
        return (
            "True stands wherever the images agree, also where all of them are lit, with a "
            "deviation of 0. Blank means that the value is 0."
        )
    wrongly, missed = found & ~blank, np.sum(blank & ~found)
    brightest = images.max(axis=0)
    if not missed and brightest[wrongly].max() < brightest[~found].min(initial=255):
        return (
            "Positions were called blank that hold faint values, such as "
            f"{brightest[wrongly].min()}. They look black, and they are not 0: a network sees them."
        )
    if not missed and (images > 0).mean(axis=0)[wrongly].max() < 0.5:
        return (
            f"{wrongly.sum()} positions were called blank that are 0 in most images, and not in "
            "all of them."
        )
    return (
        f"Positions that were called blank although an image lights them: {wrongly.sum()}. Blank "
        f"positions that were not found: {missed}. Images: {len(images)}."
    )


# --- plot_digits

# How alike a drawn picture and an image have to be (their correlation) to be taken for the same:
# two digits, or one digit moved by a pixel, stay far below.
ALIKE = 0.97
# No label is its own position, counted from 0 or from 1, and none keeps its place when sorted.
CLASSES = (3, 8, 0, 5, 9, 1, 4)
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TURNS = {
    "": lambda image: image,
    "upside down": lambda image: image[::-1],
    "mirrored": lambda image: image[:, ::-1],
    "turned by half a circle": lambda image: image[::-1, ::-1],
    "with rows and columns exchanged": lambda image: image.T,
    "lying on its side": lambda image: np.rot90(image),
    "lying on its other side": lambda image: np.rot90(image, -1),
}
# More places than this to look at in one picture, and it is no mosaic of a few digits.
MOST_PLACES = 30_000


@pytest.mark.question("plot_digits", lesson="02-first-look#look")
class TestPlotDigits:
    hints = (
        "For each image: a place to draw it, the picture in grays, and its label as a title. A "
        "loop over images and labels together keeps the pairs.",
        "A green or yellow picture comes from Matplotlib's default colors; only the last digit to "
        "be seen means that all were drawn into one place; an error with a single image means that "
        "`plt.subplots` gave you one set of axes and no array of them.",
        "`plt.subplots(rows, columns, squeeze=False)` always gives a table of axes, and `.flat` "
        "walks through it. `zip` goes through axes, images and labels side by side. `imshow` takes "
        "the name of the gray colors as `cmap`, and `set_title` takes text.",
    )

    @pytest.mark.points(1)
    def test_every_digit_is_drawn_upright(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """Each of seven digits is drawn once, upright."""
        images, names = _seven(digits, labels)
        _check_drawing(_drawn(learner, images, names)[1])

    @pytest.mark.points(1)
    def test_each_digit_has_its_label(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """Beside each digit stands the label that belongs to it."""
        images, names = _seven(digits, labels)
        drawn, places = _drawn(learner, images[:5], names[:5])
        mistake = _label_mistake(drawn, places, names[:5])
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_zero_is_black(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """The pictures are gray, with black for 0, and brighter the larger a value is."""
        images, names = _seven(digits, labels)
        mistake = _gray_mistake(images[:2], _drawn(learner, images[:2], names[:2])[1])
        assert not mistake, mistake

    @pytest.mark.points(1)
    @pytest.mark.hidden
    def test_any_number_of_images_will_do(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """It draws one image as well as 31, with their labels, and does not change them."""
        grays = []
        for chosen in (slice(20, 21), slice(30, 61)):
            drawn, places = _drawn(learner, digits[chosen], labels[chosen])
            _check_drawing(places)
            mistake = _label_mistake(drawn, places, labels[chosen])
            assert not mistake, mistake
            assert not drawn["changed_arguments"], (
                "`plot_digits` changed the arrays that it was given. A plot only looks."
            )
            grays.append(_gray_mistake(digits[chosen], places))
        of_one, of_many = grays
        assert of_many or not of_one, (
            "A single image is drawn in other colors than many are. It goes another way through "
            "the code, and that way needs the same grays, with 0 as black."
        )


def _seven(digits: Array, labels: Array) -> tuple[Array, Array]:
    names = np.array(CLASSES)
    return digits[[np.flatnonzero(labels == name)[0] for name in names]], names


def _drawn(
    learner: Notebook, images: Array, labels: Array
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what was drawn, and for each image the place where it is found."""
    n = len(images)
    try:
        drawn = learner.ask(probes.describe_pictures, "plot_digits", images, labels)
    except LearnerError as error:
        if n == 1 and "Axes" in error.text:
            raise AssertionError(
                f"With a single image, {error}. `plt.subplots` returns an array of axes only if "
                "there are several; for one it returns the axes themselves, unless told "
                "`squeeze=False`."
            ) from error
        if {"IndexError", "ValueError"} & set(error.kinds):
            raise AssertionError(
                f"With {n} image{'s' if n > 1 else ''}, {error}. Is a number of images, or the "
                "size of the grid, written into the code? Work it out from len(images)."
            ) from error
        raise
    pictures = [picture for ax in drawn["axes"] for picture in ax["pictures"]]
    assert pictures, (
        "There is no picture on any axes. The figures of `plot_digits` were looked at, shown or "
        "not, and closed ones too."
    )
    places = [_place(image, drawn["axes"]) for image in images]
    missing = [i for i, place in enumerate(places) if place is None]
    assert not missing, _missing_mistake(pictures, missing, places)
    return drawn, [place for place in places if place is not None]


def _place(image: Array, axes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return where an image is drawn, however it was turned; None if it is not found."""
    pictures = [(number, picture) for number, ax in enumerate(axes) for picture in ax["pictures"]]
    for turn, turned in TURNS.items():
        alike = [_likeness(picture["values"], turned(image)) for _, picture in pictures]
        highest = [float(likeness.max()) for likeness in alike]
        best = int(np.argmax(highest))
        if highest[best] < ALIKE:
            continue
        number, picture = pictures[best]
        row, column = np.unravel_index(alike[best].argmax(), alike[best].shape)
        tile = slice(row, row + SIDE), slice(column, column + SIDE)
        left, top, right, bottom = picture["box"]
        height, width = picture["values"].shape
        scale = (right - left) / width, (bottom - top) / height
        return {
            "axes": number,
            "turn": turn,
            "times": sum(highest[best] - value < 1e-6 for value in highest),
            "colors": picture["colors"][tile],
            "x": left + (column + SIDE / 2) * scale[0],
            "y": top + (row + SIDE / 2) * scale[1],
            "pixel": scale,
        }
    return None


def _likeness(values: Array, image: Array) -> Array:
    """Return how alike an image and each part of a picture are, from 0 to 1.

    Args:
        values: (H, W), the picture.
        image: (28, 28).

    Returns:
        (H - 27, W - 27): the absolute correlation with the part that begins at a row and column;
        a single 0 if the picture is too small or too large to be looked through.
    """
    rows, columns = (size - SIDE + 1 for size in values.shape)
    if min(rows, columns) < 1 or rows * columns > MOST_PLACES:
        return np.zeros((1, 1))
    wanted = image - image.mean()
    wanted = wanted / np.linalg.norm(wanted)
    values = np.nan_to_num(values.astype(float))
    values = (values - values.mean()) / (np.ptp(values) or 1)
    parts, squares = (
        np.lib.stride_tricks.sliding_window_view(table, (SIDE, SIDE))
        for table in (values, values**2)
    )
    lengths = squares.sum(axis=(2, 3)) - parts.sum(axis=(2, 3)) ** 2 / SIDE**2
    likeness = np.abs(np.einsum("abij,ij->ab", parts, wanted))
    return np.where(lengths > 1e-6, likeness / np.sqrt(np.maximum(lengths, 1e-6)), 0)


def _missing_mistake(
    pictures: list[dict[str, Any]], missing: list[int], places: list[dict[str, Any] | None]
) -> str:
    n, last = len(places), places[-1]
    shapes = {picture["values"].shape for picture in pictures}
    if any(SIDE * SIDE in shape for shape in shapes):
        return (
            f"A picture of the shape {shapes.pop()} was drawn: the images are flat. A reader needs "
            "their 28 rows and 28 columns."
        )
    if any(len(np.unique(picture["values"])) == 2 for picture in pictures):
        return (
            "The pictures hold two values only: the grays of the digits were lost on the way. Draw "
            "the pixels as they came."
        )
    sizes = [picture["values"].size for picture in pictures]
    if len(missing) == n > 1 and sizes == [n * SIDE**2]:
        return (
            "The picture has as many pixels as the images have together, and it shows none of "
            "them: their rows were laid out anew by a reshape, which mixes neighbors. To put "
            "images side by side, keep each one's rows together."
        )
    if len(missing) == n:
        return (
            "The pictures show none of the images that were passed. Does it draw the images of the "
            "notebook in place of its argument, or only a part of each?"
        )
    if missing == list(range(n - 1)) and len(pictures) == 1:
        return (
            "Only the last digit can be seen. All were drawn into one set of axes, each over the "
            "one before. Give each a place of its own."
        )
    if missing == list(range(n - 1)) and last and last["times"] == len(pictures):
        return (
            f"The last image can be seen {len(pictures)} times, and no other: each set of axes got "
            "all the images, one over the other. Images and axes go side by side, in one loop."
        )
    if missing == list(range(1, n)) and len(pictures) == n:
        return f"The first image is drawn {n} times. Each place gets an image of its own."
    return (
        f"{len(missing)} of {n} images were not found in the figure, the one at position "
        f"{missing[0]} for instance. Each image that is passed is drawn, however many there are."
    )


def _check_drawing(places: list[dict[str, Any]]) -> None:
    turn = places[0]["turn"]
    assert not turn, (
        f"The first digit is drawn {turn}. Row 0 of an image is its top, and column 0 its left; "
        "`imshow` draws it so unless told otherwise."
    )
    repeated = [i for i, place in enumerate(places) if place["times"] > 1]
    assert not repeated, (
        f"The image at position {repeated[0]} is drawn {places[repeated[0]]['times']} times. Each "
        "is drawn once; places that are left over stay empty."
    )


def _gray_mistake(images: Array, places: list[dict[str, Any]]) -> str:
    """Say what is wrong with the colors; empty if larger values are brighter grays."""
    for image, place in zip(images, places, strict=True):
        colors = place["colors"]
        if np.ptp(colors, axis=-1).max() >= 0.1:
            return (
                "The pictures are in color. Pixels of MNIST are shades of gray; colors suggest "
                "differences that are not in the data. Choose gray ones for `imshow`."
            )
        seen = TURNS[place["turn"]](image)
        background, ink = colors[seen == 0].mean(), colors[seen > 200].mean()
        if abs(ink - background) <= 0.3:
            return "The digits hardly differ from the background. Which value is shown as white?"
        if background >= ink:
            return (
                "The digits are drawn black on white, like ink on paper. The data are the other "
                "way round: 0 is the background and 255 the ink. A picture that shows 0 as white "
                "hides what a network gets to see."
            )
        if background >= 0.1:
            return "The background is gray, and its pixels are 0: show 0 black."
        faint = colors[(seen > 0) & (seen < 100)]
        if len(faint) and ink - faint.mean() < 0.05:
            return (
                "Whatever is not 0 is drawn equally bright, a faint pixel like the brightest. "
                "Where does the scale of the pictures end, and where do the values?"
            )
    return ""


def _label_mistake(drawn: dict[str, Any], places: list[dict[str, Any]], labels: Array) -> str:
    """Say what is wrong with the words; empty if each digit has its label."""
    groups: dict[int, list[int]] = {}
    for i, place in enumerate(places):
        groups.setdefault(place["axes"], []).append(i)
    wrong = [i for members in groups.values() for i in _unnamed(drawn, places, labels, members)]
    in_order = sorted(
        range(len(places)),
        key=lambda i: (places[i]["axes"], round(places[i]["y"], 2), places[i]["x"]),
    )
    if not wrong or _holds(_numbers(drawn["figure_words"]), labels[in_order]):
        return ""
    said = [_numbers(_words_with(drawn, place)) for place in places]
    everything = set(labels.tolist())
    if not any(said):
        return (
            "No label is written at any digit. A reader cannot tell whether images and labels are "
            "still in step."
        )
    if len(groups) < len(places):
        return (
            f"The digits stand in one picture, and the digit {labels[wrong[0]]} does not have its "
            "label beside it. Write each label at the same place within its own part of the "
            "picture, or all of them, in the order in which the digits stand, into the title."
        )
    n = len(places)
    if n > 1 and all(everything <= set(numbers) for numbers in said):
        return "Every digit has all labels written at it. Which one is its own?"
    for start in (0, 1):
        if n > 1 and all(i + start in numbers for i, numbers in enumerate(said)):
            return (
                f"The digits are numbered, from {start}: what stands at each is its position. Its "
                "label is what is asked for."
            )
    if n > 1 and all(labels[0] in numbers for numbers in said):
        return f"At every digit stands the label of the first one, {labels[0]}."
    if n > 1 and all(label in numbers for label, numbers in zip(sorted(labels), said, strict=True)):
        return (
            "The labels were sorted and the images were not, so they no longer belong together. "
            "Whatever reorders one has to reorder the other."
        )
    if n > 2 and any(all(labels[i - step] in said[i] for i in range(1, n - 1)) for step in (1, -1)):
        return (
            "At each digit stands the label of its neighbor: images and labels are out of step by "
            "one place."
        )
    i = wrong[0]
    found = f"{', '.join(map(str, said[i]))} stands there" if said[i] else "no number stands there"
    return (
        f"The image at position {i} is a {labels[i]}, and {found}. The label of an image has the "
        "same position as the image."
    )


def _unnamed(
    drawn: dict[str, Any], places: list[dict[str, Any]], labels: Array, members: list[int]
) -> list[int]:
    """Return which of the digits in one set of axes do not have their label with them."""
    ax = drawn["axes"][places[members[0]]["axes"]]
    if len(members) == 1:
        (i,) = members
        said = _numbers(_words_with(drawn, places[i]))
        # A position or a count may stand beside the label, but not a list of all labels.
        named = int(labels[i]) in said and (len(labels) < 4 or len(set(said)) < len(set(labels)))
        return [] if named else members
    in_order = sorted(members, key=lambda i: (round(places[i]["y"], 2), places[i]["x"]))
    if _holds(_numbers(ax["words"]), labels[in_order]):
        return []
    best = members
    reach = _reach([places[i] for i in members])
    for text in ax["texts"]:
        # Each text stands at the same place of its digit: try the place of this one for all.
        shift = np.array([text["x"] - places[members[0]]["x"], text["y"] - places[members[0]]["y"]])
        if (np.abs(np.nan_to_num(shift)) <= reach).all():
            missing = [i for i in members if not _stands(ax, places[i], shift, int(labels[i]))]
            best = min(best, missing, key=len)
    return best


def _reach(places: list[dict[str, Any]]) -> Array:
    """Return how far from a digit's center its label may stand, to the side and down, (2,).

    It may stand as far away as an image is wide; among digits that stand further apart, also
    anywhere that is nearer to its own digit than to the next.
    """
    reach = np.multiply(places[0]["pixel"], float(SIDE))
    for axis, name in enumerate("xy"):
        steps = np.diff(sorted(place[name] for place in places))
        steps = steps[steps > places[0]["pixel"][axis]]
        if len(steps):
            reach[axis] = max(reach[axis], steps.min() / 2)
    return reach


def _stands(ax: dict[str, Any], place: dict[str, Any], shift: Array, label: int) -> bool:
    """Tell whether a label stands beside its digit, shifted like all the others."""
    return any(
        label in _numbers([text["text"]])
        and abs(np.nan_to_num(text["x"] - place["x"] - shift[0])) <= 4 * place["pixel"][0]
        and abs(np.nan_to_num(text["y"] - place["y"] - shift[1])) <= 4 * place["pixel"][1]
        for text in ax["texts"]
    )


def _words_with(drawn: dict[str, Any], place: dict[str, Any]) -> list[str]:
    ax = drawn["axes"][place["axes"]]
    return [*ax["words"], *(text["text"] for text in ax["texts"])]


def _numbers(words: list[str]) -> list[int]:
    """Return the numbers in some words, in order; the names of digits count as well."""
    text = re.sub(r"\bu?int\d+\b", "", " ".join(words))  # NumPy writes a 3 as np.int64(3)
    pattern = "|".join([r"\d{1,9}", *(rf"\b{name}\b" for name in NAMES)])
    found = [word.lower() for word in re.findall(pattern, text, re.IGNORECASE)]
    return [NAMES.index(word) if word in NAMES else int(word) for word in found]


def _holds(numbers: list[int], labels: Array) -> bool:
    """Tell whether the labels stand among the numbers, one after the other."""
    wanted = labels.tolist()
    return any(numbers[i : i + len(wanted)] == wanted for i in range(len(numbers)))


# --- bounding_box


@pytest.mark.question("bounding_box", lesson="02-first-look#box")
class TestBoundingBox:
    hints = (
        "A row belongs to the box if any of its pixels is lit, wherever the box ends to the left "
        "and right. So rows and columns can be asked separately.",
        "Draw three dots on squared paper, none in line with another, and read the four numbers "
        "off. If yours are larger by one, they point behind the box; if the columns are wrong, "
        "look whether the first and last lit pixel in *reading order* were taken.",
        "`any` along one axis turns an image into one boolean for each row, and along the other "
        "into one for each column. `np.flatnonzero` gives the positions of True, in order; the "
        "first and the last of these are what you need.",
    )

    @pytest.mark.points(1)
    def test_three_dots(self, learner: Notebook) -> None:
        """The box of three dots is found."""
        image = np.zeros((12, 10), np.uint8)
        image[2, 5] = image[4, 7] = image[7, 1] = 200
        mistake = _box_mistake(_box(learner, image), image)
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_a_digit_with_faint_and_bright_strokes(self, learner: Notebook, digits: Array) -> None:
        """Faint pixels belong to the box, and so do bright ones that add up to 256."""
        faint, bright = digits[0].copy(), np.zeros((9, 14), np.uint8)
        faint[1, 3] = faint[26, 24] = 1
        bright[2, 4:6] = bright[3, 4:6] = bright[6, 4:6] = bright[7, 4:6] = 128
        bright[4, 8], bright[1, 10] = 30, 200
        for image in (faint, bright):
            mistake = _box_mistake(_box(learner, image), image)
            assert not mistake, mistake

    @pytest.mark.points(1)
    def test_boxes_agree_on_unseen_images(
        self, learner: Notebook, reference: Notebook, digits: Array
    ) -> None:
        """It is right for other images, up to the border, and leaves them as they were."""
        dot, border = np.zeros((2, 5, 8), np.uint8)
        dot[3, 6] = 1
        border[0, 7] = border[4, 0] = border[2, 3] = 9
        for image in (dot, border, digits[9], digits[10].T):
            found = _box(learner, image)
            mistake = _box_mistake(found, image)
            assert not mistake, mistake
            assert agree(found, reference.bounding_box(image)), "A box differs."
        assert not learner.ask(probes.changed_arguments, "bounding_box", dot), (
            "`bounding_box` changed the image that it was given. It was asked to look."
        )
        assert not learner.ask(probes.changed_arguments, "bounding_box", digits[9]), (
            "After the call, a digit has other grays than before. To make an image black and "
            "white, make a new one: whoever handed it in still needs its grays."
        )


def _box(learner: Notebook, image: Array) -> Array:
    parts = parts_from(learner.bounding_box(image), "bounding_box")
    assert len(parts) != 2, (
        "Two things came back. Four numbers are expected, in one row: first row, last row, first "
        "column, last column."
    )
    assert len(parts) == 4, f"{len(parts)} things came back. Four numbers are expected."
    found = array_from(parts, "bounding_box")
    assert found.shape == (4,), (
        f"The four things that came back make an array of the shape {found.shape}. Each should be "
        "a single number."
    )
    return found


def _box_mistake(found: Array, image: Array) -> str:
    """Say how four numbers differ from the box of an image; empty if they do not."""
    height, width = image.shape
    top, bottom, left, right = right_one = _box_of(image > 0)
    if agree(found, right_one):
        return ""
    reading = np.argwhere(image)
    (first_row, first_column), (last_row, last_column) = reading[0], reading[-1]
    known: list[tuple[tuple[int, ...], str]] = [
        (
            (top, bottom + 1, left, right + 1),
            "The last row and the last column are larger by one: they point behind the box. The "
            "docstring counts the last ones in.",
        ),
        ((left, right, top, bottom), "The columns come first. Rows are asked for first."),
        (
            (top, left, bottom, right),
            "These are two corners: upper left, lower right. The order asked for is first row, "
            "last row, first column, last column.",
        ),
        (
            (first_row, last_row, first_column, last_column),
            "The columns are those of the first and the last lit pixel in reading order. The pixel "
            "furthest to the left may stand in any row.",
        ),
        ((0, height - 1, 0, width - 1), "The box is the whole image, blank border included."),
        (
            (top, height - 1 - bottom, left, width - 1 - right),
            "The last row and column are counted from the far end. They are positions like the "
            "first ones, counted from the top and from the left.",
        ),
        (
            (top + 1, bottom + 1, left + 1, right + 1),
            "Every number is larger by one. Rows and columns are counted from 0.",
        ),
        *(
            (sides, "There are sizes among the numbers. Asked for are the *last* row and column.")
            for sides in (
                (top, left, bottom - top + 1, right - left + 1),
                (left, top, right - left + 1, bottom - top + 1),
                (top, bottom - top + 1, left, right - left + 1),
            )
        ),
        *(
            (
                _box_of(image >= threshold),
                f"Lit pixels of the value {image[image > 0].min()} were left out. Lit means not 0, "
                "however faint.",
            )
            for threshold in (2, 10, 50, 64, 100, 127, 128, 200)
        ),
    ]
    for numbers, message in known:
        if agree(found, numbers):
            return message
    if agree(found, _box_of(image.astype(np.int8) > 0)):
        return (
            "Pixels above 127 were left out: as signed bytes, which end there, they are negative. "
            "Lit means not 0."
        )
    inside = np.zeros_like(image)
    inside[1:-1, 1:-1] = image[1:-1, 1:-1]
    if agree(found, _box_of(inside > 0)):
        return (
            "The border was not looked at: a lit pixel in the first or last row or column belongs "
            "to the box like any other."
        )
    by_sum = [np.flatnonzero(image.sum(axis=axis, dtype=np.uint8)) for axis in (1, 0)]
    if agree(found, [end for lit in by_sum if len(lit) for end in (lit[0], lit[-1])]):
        return (
            "A row of the values 128 and 128 was taken for blank. Added up in bytes they make 256, "
            "which a byte writes as 0. Ask whether any pixel is lit; no sum is needed."
        )
    names = ("first row", "last row", "first column", "last column")
    wrong = [name for name, a, b in zip(names, found, right_one, strict=True) if a != b]
    return (
        f"In an image of {height} × {width} pixels the box is not right: {', '.join(wrong)}. No "
        "lit pixel stands outside, and each side of the box touches one."
    )


def _box_of(lit: Array) -> tuple[int, ...]:
    if not lit.any():
        return ()
    rows, columns = np.flatnonzero(lit.any(axis=1)), np.flatnonzero(lit.any(axis=0))
    return int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])
