"""Checks of 01_load_data: four arrays, one line about them, and the bytes of the original files."""

import gzip
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from course import probes
from course.errors import LearnerError, NotDefined
from course.notebook import Notebook
from course.testing import array_from, parts_from
from course.wire import Opaque

Array = npt.NDArray[Any]

SIDE = 28


def _tried(ask: Callable[[], Any]) -> tuple[Any, LearnerError | None]:
    """Return an answer, or the error in its place; one for an unwritten function is raised."""
    try:
        return ask(), None
    except LearnerError as error:
        if isinstance(error, NotDefined) or error.kind == "NotImplementedError":
            raise
        return None, error


# --- load_digits


def _described(notebook: Notebook) -> dict[str, Any]:
    """Return the probe's facts on what came; a path or address that leads nowhere is explained."""
    facts, error = _tried(lambda: notebook.ask(probes.describe_dataset_returned, "load_digits"))
    assert not (error and "-idx1-ubyte.gz" in error.text and "tf-keras-datasets" in error.text), (
        "These are the files of Fashion-MNIST, pictures of clothes. The digits have a loader of "
        "their own beside it, in `keras.datasets.mnist`."
    )
    elsewhere = error and ("OSError" in error.kinds or "URL fetch failure" in error.text)
    assert not elsewhere, (
        f"{error}. A file or an address of your own is not to be had everywhere, and there is no "
        "network when a notebook is graded. Keras's loader and the course's `load_mnist` know "
        "where the digits are."
    )
    if error is not None:
        raise error
    described: dict[str, Any] = facts
    return described


def _two_pairs(learner: Notebook) -> dict[str, Any]:
    """Return the facts on two pairs, images and labels each, or say what came instead."""
    facts = _described(learner)
    kind, parts = facts["type"], facts["parts"]
    assert kind != "NoneType", (
        "`load_digits` returned nothing (None). Inside a function, names are its own: arrays that "
        "are not handed over by `return` are gone when it ends."
    )
    assert parts, (
        f"`load_digits` returned a value of the type {kind}. Two pairs of arrays are expected, so "
        "that `(x_train, y_train), (x_test, y_test) = load_digits()` can take them apart."
    )
    flat = [part for part in parts if isinstance(part, dict) and "high" in part]
    assert len(flat) != 4, (
        "Four arrays came one after the other. They are expected in two pairs, images with their "
        "labels, as Keras gives them: a set travels as one thing."
    )
    assert not (len(flat) == 2 == len(parts)), (
        "Two arrays came, images and labels of one set. The other set is missing: two pairs are "
        "expected, one to train with and one to test with."
    )
    assert [type(part) for part in parts] == [list, list], (
        f"What came (a value of the type {kind}) is not two pairs of arrays: images and labels to "
        "train with, then images and labels to test with."
    )
    dimensions = [[len(array["shape"]) for array in pair] for pair in parts]
    assert not all(pair[0] == pair[1] > 1 for pair in dimensions[:1]), (
        "The first pair holds images and images. scikit-learn's `train_test_split` pairs like "
        "this; Keras pairs images with their labels: (x_train, y_train), (x_test, y_test)."
    )
    assert not all(pair[0] < pair[1] for pair in dimensions), (
        "The labels come before the images. In each pair the images are first."
    )
    return facts


def _image_mistake(images: dict[str, Any]) -> str:
    """Say what is wrong with images that should be raw bytes (N, 28, 28); empty if nothing is."""
    shape = tuple(images["shape"][1:])
    if not images["shape"][0]:
        return "One of the two sets holds no images."
    if shape == (8, 8) or images["shape"][1:] == [64]:
        return (
            "These images have 8 × 8 pixels: they are the small digits that ship with "
            "scikit-learn, another data set. MNIST has 28 × 28."
        )
    if shape == (784,):
        return (
            "Each image is one row of 784 numbers. The shape should be (N, 28, 28): which pixel "
            "lies above which one is lost in a row, and a convolution needs it."
        )
    if shape == (28, 28, 1):
        return (
            "The images have an axis for the channel already. Here they come as they are stored, "
            "(N, 28, 28); the channel is a step of its own, in section 04."
        )
    if shape != (28, 28):
        return f"The images have the shape {('N', *shape)}; (N, 28, 28) is expected."
    if "high" not in images:
        return f"The images have the type {images['dtype']}; whole numbers are expected."
    low, high = images["low"], images["high"]
    if low < 0:
        return (
            f"The smallest pixel is {low:g}. Raw pixels run from 0 to 255; as signed bytes, or "
            "centered, they have negative values."
        )
    if high <= 1:
        return (
            f"The largest pixel is {high:g}, it should be 255. Loading hands over the raw bytes; "
            "scaling is a step of its own, in section 04, and done here it would be done twice."
        )
    if (low, high) != (0, 255):
        return f"The pixels run from {low:g} to {high:g}; raw ones run from 0 to 255."
    return ""


def _label_mistake(labels: dict[str, Any], n_images: int) -> str:
    shape = labels["shape"]
    if shape[1:] == [10]:
        return (
            "The labels are one-hot rows. Loading hands over plain digits, (N,); how they are "
            "encoded depends on the loss, in section 05."
        )
    if len(shape) != 1:
        return f"The labels have the shape {tuple(shape)}; one digit for each image, (N,), is due."
    if "high" not in labels:
        return f"The labels have the type {labels['dtype']}; the numbers from 0 to 9 are expected."
    if shape[0] != n_images:
        return (
            f"There are {n_images} images and {shape[0]} labels in one pair. Image number i has "
            "label number i, so both must be equally many."
        )
    if (labels["low"], labels["high"]) != (0, 9):
        return (
            f"The labels run from {labels['low']:g} to {labels['high']:g}. They are the digits "
            "that the images show, from 0 to 9."
        )
    return ""


def _order_mistake(facts: dict[str, Any]) -> str:
    train, test = (pair[0]["shape"][0] for pair in facts["parts"])
    if train == test == facts["shared"]:
        return "Both pairs hold the same images. One of the two sets was returned twice."
    if train == test:
        return (
            f"Both pairs have {train} images. The whole sets are asked for, and the one to train "
            "with is larger: was the same number taken of each?"
        )
    if train < test:
        return (
            f"The first pair has {train} images and the second {test}. The larger set is the one "
            "to train with, and it comes first."
        )
    return ""


def _content_mistake(facts: dict[str, Any]) -> str:
    for images, labels in facts["parts"]:
        mistake = _image_mistake(images) or _label_mistake(labels, images["shape"][0])
        if mistake:
            return mistake
    return ""


def _mixing_mistake(facts: dict[str, Any]) -> str:
    """Say whether test images were trained on, or images lost their labels."""
    n_test = facts["parts"][1][0]["shape"][0]
    if 2 * facts["shared"] > n_test:
        return (
            f"{facts['shared']} of the {n_test} test images are among the training images. A model "
            "that was trained on them needs only to remember; its test score then says nothing "
            "about new digits."
        )
    for which, known in zip(("training", "test"), facts["sets"], strict=True):
        if known is None:
            return f"The labels of the {which} images are not one digit for each."
        ink = np.asarray(known["ink"]) / np.maximum(known["counts"], 1)
        if ink.mean() > 0.7 * 255 * SIDE**2:
            return (
                f"The {which} images are bright nearly everywhere, so black and white have changed "
                "places. In the raw bytes the background is 0, and the strokes are bright."
            )
        # A 1 is a single stroke: in MNIST it has two thirds of the ink of the next one, the 7.
        if ink[1] > 0.85 * np.delete(ink, 1).min():
            return (
                f"Among the {which} images, those labeled 1 should have the least ink, and they "
                "have not. Images and labels are no longer side by side: was one of them shuffled "
                "or sorted without the other?"
            )
    return ""


def _difference(found: dict[str, Any], expected: dict[str, Any]) -> str:
    """Say how two sets differ that hold equally many images."""
    counted = ("counts", "ink")
    if any(found[key] != expected[key] for key in counted):
        return (
            "As many images came as there are, but not the same: by their classes and their ink "
            "they are not the digits that Keras's loader gives."
        )
    if found["sum"] != expected["sum"]:
        return (
            "The digits have the right ink, and it lies elsewhere: the images are turned, mirrored "
            "or lie on their side. The first axis counts the images, the second their rows from "
            "the top, the third their columns from the left, and loading leaves that as it is."
        )
    return (
        "The digits that Keras's loader gives all came, in another order. Whoever speaks of image "
        "0, or holds out the last thousand, then means other ones. Shuffling is a step of its own, "
        "in training."
    )


def _any_mistake(facts: dict[str, Any]) -> str:
    return _order_mistake(facts) or _content_mistake(facts) or _mixing_mistake(facts)


def _offline_mistake(facts: dict[str, Any]) -> str:
    """Say what is wrong with what comes where Keras's loader fails; to fail there too is fine."""
    offline = facts["offline"]
    if offline is None:
        return ""
    if [type(part) for part in offline["parts"]] != [list, list]:
        return f"A value of the type {offline['type']} comes, which is not two pairs of arrays."
    return _any_mistake(offline)


@pytest.mark.question("load_digits", lesson="01-load-data#load")
class TestLoadDigits:
    hints = (
        "Somebody has written the loader already. The brief's own step has two lines: an import "
        "and a call. A function needs a third thing, so that others get what was loaded.",
        "If `(x_train, y_train), (x_test, y_test) = load_digits()` cannot take the result apart, "
        "look at what you return: None, or four arrays in a row, or two pairs? `URL fetch failure` "
        "means that there is no network; then use the loader of this course.",
        "Import `mnist` from `keras.datasets`. Its `load_data()` returns the two pairs in the "
        "right order already, so the value of that call is all there is to return.",
    )

    @pytest.mark.points(1)
    def test_two_pairs_first_to_train_then_to_test(self, learner: Notebook) -> None:
        """Two pairs come back: first those to train with, then those to test with."""
        facts = _two_pairs(learner)
        mistake = _order_mistake(facts)
        assert not mistake, mistake
        elsewhere = "" if _any_mistake(facts) else _offline_mistake(facts)
        assert not elsewhere, (
            "Where Keras's loader works, two pairs come back. Where it fails, as it does without a "
            f"network, your function goes another way, and that way is not right: {elsewhere}"
        )

    @pytest.mark.points(1)
    def test_images_are_raw_and_labels_are_digits(self, learner: Notebook) -> None:
        """Images are (N, 28, 28), from 0 to 255, and labels are digits, one for each image."""
        mistake = _content_mistake(_two_pairs(learner))
        assert not mistake, mistake

    @pytest.mark.points(1)
    def test_sets_are_apart_and_pairs_together(self, learner: Notebook) -> None:
        """No test image is among the training images, and each image has its own label."""
        facts = _two_pairs(learner)
        assert not _mixing_mistake(facts), _any_mistake(facts)

    @pytest.mark.points(1)
    def test_the_digits_are_all_there(self, learner: Notebook, reference: Notebook) -> None:
        """Each set holds every digit that Keras's loader gives, in its order, and no other."""
        found = _two_pairs(learner)
        expected = _described(reference)
        for which, one, other in zip(
            ("training", "test"), found["parts"], expected["parts"], strict=True
        ):
            have, due = one[0]["shape"][0], other[0]["shape"][0]
            assert have >= due, _any_mistake(found) or (
                f"Of the {due} {which} images, {have} came. A part is enough to try things out; "
                "here the whole set is asked for."
            )
            assert have <= due, _any_mistake(found) or (
                f"There are {have} {which} images, and the set has {due}."
            )
        for one, other in zip(found["sets"], expected["sets"], strict=True):
            assert one == other, _any_mistake(found) or _difference(one, other)


# --- split_summary


def _check_summary(learner: Notebook, name: str, images: Array, labels: Array) -> None:
    found = learner.split_summary(name, images, labels)
    expected = f"{name}: X = {images.shape}, y = {labels.shape}"
    assert found is not None, (
        "`split_summary` returned nothing (None). `print` shows a text to whoever looks at the "
        "screen, and hands nothing on. Return the text; who called can print it."
    )
    assert isinstance(found, str), (
        f"`split_summary` returned {_what(found)}; one text is expected, with both shapes in it."
    )
    assert found == expected, (
        f"It says {found!r}. {_summary_mistake(found, expected, name, images)}"
    )


def _what(value: Any) -> str:
    if isinstance(value, Opaque):
        return f"an object of the type {value.type_name}"
    names = {"list": "several values", "bytes": "bytes"}
    return names.get(type(value).__name__, f"a value of the type {type(value).__name__}")


def _summary_mistake(found: str, expected: str, name: str, images: Array) -> str:
    """Say how one line differs from the right one."""
    head, _, rest = expected.partition(": ")
    x_part, _, y_part = rest.rpartition(", y = ")
    shape, count = str(images.shape), str(len(images))
    if found.strip() == expected:
        return "The words are right; remove the space or the line break around them."
    if found.rstrip(".") == expected:
        return "The words are right; it ends without a full stop."
    if "".join(found.split()) == "".join(expected.split()):
        return "Only spaces are wrong: there is one after each colon and comma, and around each =."
    if found.endswith(": " + rest) and found.lower() == expected.lower():
        return f"The name came as {name!r}. Leave its capitals and small letters as they are."
    if found.lower() == expected.lower():
        return "Only capitals are wrong: a large X, a small y, and the name as it came."
    if re.sub(r"(?<=\d),(?=\d{3})", "", found) == expected:
        return (
            "A number of four digits or more has got a comma within. Python writes none: in a "
            "tuple, a comma begins the next item."
        )
    if found == f"{name}: X = {y_part}, y = {x_part.removeprefix('X = ')}":
        return "X and y have changed places: X stands for the images."
    if found.count(shape) == 2:
        return "The shape of the images stands there twice; y stands for the labels."
    if found == expected.replace("(", "[").replace(")", "]").replace(",]", "]"):
        return "The shapes are lists. Python writes a shape as a tuple, in round brackets."
    if shape in found and found.endswith((f"y = ({count})", f"y = {count}")):
        return (
            "The shape of the labels lacks its comma: (3) is the number 3, and (3,) a tuple with "
            "one item. Write down the array's own shape instead of putting brackets around a count."
        )
    if found.endswith(rest) and not found.startswith(head + ":"):
        return f"The name is not the one that came, which is {name!r}. Use the argument."
    if f"X = ({count}, 28, 28)" in found and images.shape[1:] != (28, 28):
        return f"These images are not 28 × 28: their shape is {shape}. Let the array tell it."
    if shape not in found:
        return f"It lacks the shape of the images, {shape}: how many, and how high and wide."
    return f"It should say {expected!r}, to the letter."


@pytest.mark.question("split_summary", lesson="01-load-data#shapes")
class TestSplitSummary:
    hints = (
        "The line has fixed letters and three gaps: the name, and two shapes. An array knows its "
        "own shape, and Python writes a shape with its brackets and commas by itself.",
        "If the check says None, the function prints; it has to return. If brackets or commas "
        "differ, the shape was put together by hand.",
        "Write an f-string: the letters as they are, and each gap as {…} with an expression in it, "
        "such as the attribute `shape` of an array. Return it.",
    )

    @pytest.mark.points(1)
    def test_the_line_is_returned(self, learner: Notebook, digits: Array, labels: Array) -> None:
        """For a training set of 64 digits, the line is returned, to the letter, not printed."""
        _check_summary(learner, "Train", digits, labels)
        printed = learner.ask(probes.text_printed, "split_summary", "Train", digits, labels)
        assert not printed.strip(), (
            "The line is returned, and something is printed besides. Whoever calls decides what is "
            "shown; `print(split_summary(...))` would show it twice."
        )

    @pytest.mark.points(1)
    def test_any_name_and_any_shapes(
        self, learner: Notebook, reference: Notebook, digits: Array, labels: Array
    ) -> None:
        """Other names and other shapes, one of them with a channel, give their own line."""
        _check_summary(learner, "Held out", digits[:1, :9, :, np.newaxis], np.eye(3, 10))
        _check_summary(learner, "my USPS", np.zeros((1200, 16, 16), np.uint8), np.zeros(1200, int))
        found = learner.split_summary("Test", digits[:5], labels[:5])
        assert found == reference.split_summary("Test", digits[:5], labels[:5]), (
            f"For five digits called Test it says {found!r}."
        )


# --- idx files


def _file(array: Array, magic: int | None = None) -> bytes:
    """Return a uint8 array as the bytes of an idx file."""
    numbers = [0x0800 + array.ndim if magic is None else magic, *array.shape]
    return b"".join(int(n).to_bytes(4, "big") for n in numbers) + array.tobytes()


def _numbers(data: bytes, order: str = ">") -> list[int]:
    """Return the whole numbers of four bytes at the beginning of a file."""
    return [int(n) for n in np.frombuffer(data[: min(16, len(data) // 4 * 4)], f"{order}u4")]


def _check_header(learner: Notebook, array: Array) -> None:
    """Compare an answer with the header of the file that an array makes."""
    data = _file(array)
    answer, error = _tried(lambda: learner.idx_header(data))
    assert error is None or len(data) >= 16, (
        f"With a file of a single label, {str(error).rstrip('.')}. Such a file has {len(data)} "
        "bytes in all. Look at the magic number before you count on more than two numbers."
    )
    if error is not None:
        raise error
    parts = parts_from(answer, "idx_header")
    assert not (len(parts) == 1 + array.ndim and _all_in_a_row(learner)), (
        f"All numbers came in a row: {', '.join(map(str, parts))}. Two things are expected: the "
        "magic number, and the shape as a tuple of its own, ready to be compared with that of an "
        "array."
    )
    assert len(parts) == 2, (
        f"`idx_header` returned {len(parts)} values; two are expected, (magic, shape)."
    )
    _check_magic(parts[0], data)
    assert not isinstance(parts[1], int | float | np.number), (
        f"The shape came as the number {parts[1]}. The shape of {len(array)} labels is a tuple "
        f"with one item, which is written with a comma: ({len(array)},)."
    )
    shape = array_from(parts[1], "idx_header", "the shape")
    found = tuple(int(n) for n in shape.reshape(-1))
    expected = array.shape
    assert found == expected, (
        f"The shape is {found}, it should be {expected}. {_shape_mistake(found, array, data)}"
    )


def _all_in_a_row(learner: Notebook) -> bool:
    """Tell whether the header of images comes as four numbers; that of labels cannot show it."""
    answer, _ = _tried(lambda: learner.idx_header(_file(np.zeros((1, 1, 1), np.uint8))))
    return isinstance(answer, list | np.ndarray) and len(answer) == 4


def _check_magic(magic: Any, data: bytes) -> None:
    right = _numbers(data)[0]
    assert not isinstance(magic, str | bytes | list | np.ndarray), (
        f"The magic number came as {magic!r}. Four bytes make one whole number: {right}, which is "
        f"{right:#06x} in hexadecimal. A number can be compared."
    )
    assert isinstance(magic, int | float | np.number), f"The magic number came as {_what(magic)}."
    assert magic != _numbers(data, "<")[0], (
        f"The magic number is {magic}, it should be {right}. The four bytes were read in the wrong "
        "order, least significant first (little-endian), as most processors do by themselves. idx "
        "files are big-endian: the first byte counts most."
    )
    assert magic not in (right % 256, right // 256), (
        f"The magic number is {magic}: one of its bytes alone. All four belong to it: {right}."
    )
    assert magic == right, f"The magic number is {magic}, and the file begins with {right}."


def _shape_mistake(found: tuple[int, ...], array: Array, data: bytes) -> str:
    n, sizes = len(array), tuple(_numbers(data)[1:])
    if array.ndim == 3:
        _, height, width = array.shape
        if found == (n, width, height):
            return (
                "Height and width have changed places. After the number of images the file says "
                "how many rows there are, then how many columns."
            )
        if found == array.shape[1:]:
            return "The number of images is missing: it is the first of the three sizes."
        if found == array.shape[:1]:
            return "Only the number of images was read; rows and columns follow it."
    elif len(found) == len(sizes) > 1 and found == sizes:
        return (
            "A file of labels has one size only. What was read behind it are labels. "
            "How many sizes there are is told by the last byte of the magic number."
        )
    if found == tuple(_numbers(data))[: len(found)] and found[:1] != (n,):
        return "The first of these is the magic number. The sizes begin four bytes further on."
    if found == tuple(_numbers(data, "<")[1 : 1 + array.ndim]):
        return "The sizes were read least significant byte first; they are big-endian as well."
    signed = np.frombuffer(data, np.int8)[4 : 4 + 4 * array.ndim].reshape(-1, 4)
    if found == tuple(signed.astype(int) @ 256 ** np.arange(3, -1, -1)):
        return (
            "A byte above 127 was taken for a negative number: the bytes were read as signed ones, "
            "from -128 to 127. Here each counts from 0 to 255."
        )
    if found == tuple(size % 256 for size in array.shape):
        return (
            "Of each size only the last byte was read. A size has four bytes, so that it can be "
            "larger than 255."
        )
    return "Each size is four bytes long, big-endian, and the first begins at byte 4."


@pytest.mark.question("idx_header", lesson="01-load-data#header")
class TestIdxHeader:
    hints = (
        "A header is a row of whole numbers, four bytes each, the most significant byte first. The "
        "first is the magic number. Its last byte says how many sizes follow.",
        "If numbers come out huge, the bytes were read in the wrong order. If a file of labels "
        "gives three sizes, labels were taken for sizes: look at the magic number first.",
        "`int.from_bytes(data[start:stop], order)` makes one number of four bytes; slices begin at "
        "0, 4, 8 and 12. `magic % 256` is the last byte. Collect the sizes, and make a tuple.",
    )

    @pytest.mark.points(1)
    def test_a_file_of_images(self, learner: Notebook, digits: Array) -> None:
        """A file of two images, 4 rows by 300 columns, gives (2051, (2, 4, 300))."""
        images = np.resize(digits[0, 10:20], (2, 4, 300))
        _check_header(learner, images)

    @pytest.mark.points(1)
    def test_a_file_of_labels(self, learner: Notebook, labels: Array) -> None:
        """A file of 300 labels gives (2049, (300,))."""
        many = np.resize(labels, 300).astype(np.uint8)
        _check_header(learner, many)

    @pytest.mark.points(1)
    def test_other_sizes(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """Files of other sizes, one with more than 65,535 labels, agree with the reference."""
        for shape in ((1, 9, 4), (200, 5, 2), (70_000,), (1,)):
            values = rng.integers(0, 256 if len(shape) == 3 else 10, shape, dtype=np.uint8)
            magic, sizes = reference.idx_header(_file(values))
            assert (magic, tuple(sizes)) == (_numbers(_file(values))[0], shape), "The reference."
            _check_header(learner, values)


def _check_content(learner: Notebook, expected: Array) -> None:
    """Compare what is read from a file with the array that was written."""
    data = _file(expected)
    what = "images" if expected.ndim == 3 else "labels"
    answer, error = _tried(lambda: learner.read_idx(data))
    assert error is None or "ValueError" not in error.kinds, (
        f"A file of {len(expected)} {what} that is in order was refused: {error.text.rstrip('.')}. "
        + _refusal_mistake(error.text, data)
    )
    if error is not None:
        raise error
    found = array_from(answer, "read_idx")
    assert found.shape == expected.shape, (
        f"The file holds {what} of the shape {expected.shape}, and {found.shape} came. "
        f"{_form_mistake(found, expected, data)}"
    )
    assert np.array_equal(found, expected), _value_mistake(found, expected, data)


def _refusal_mistake(said: str, data: bytes) -> str:
    if f"size {len(data)} " in said:
        return f"All {len(data)} bytes were taken for values: the header was counted as data."
    return "Compare what was read from the header with the bytes of the file."


def _form_mistake(found: Array, expected: Array, data: bytes) -> str:
    header = len(data) - expected.size
    if expected.ndim == 3:
        n, height, width = expected.shape
        if found.shape == (n, width, height):
            return (
                "Height and width have changed places. The pixels are all there, but each row of "
                "the picture breaks off at the wrong place: show one, and it is a slanted mess."
            )
        if found.shape == (n, height, width, 1):
            return "The channel is a step of its own, in section 04."
    if found.size == expected.size + header and found.ndim == 1:
        return f"The {header} bytes of the header are still in the data. Skip them."
    if found.ndim == 1 < expected.ndim and found.size == expected.size:
        return "The values came in one row. The header tells the shape they should have."
    if expected.ndim == 1 and found.size == expected.size - 8:
        return (
            "The first 8 labels are lost. A header of labels is 8 bytes long: it has one size, "
            "where that of images has three."
        )
    if found.size == expected.size:
        return "The values are as many as they should be, in another arrangement."
    return "Skip the header, take all that follows, and give it the shape that the header tells."


def _value_mistake(found: Array, expected: Array, data: bytes) -> str:
    start = "The shape is right, and the values are not. "
    raw = np.frombuffer(data, np.uint8)
    for skipped in range(len(data) - expected.size):
        if np.array_equal(found.reshape(-1), raw[skipped : skipped + expected.size]):
            return start + (
                f"They begin {len(data) - expected.size - skipped} bytes too early, so some of the "
                "header stands where the first values should be."
            )
    if found.dtype.kind == "i" and found.min() < 0:
        return start + (
            "Some are negative: the bytes were read as signed ones, from -128 to 127. In an idx "
            "file of this kind they run from 0 to 255."
        )
    if found.max() <= 1 and np.allclose(found, expected / 255, atol=0.01):
        return start + "They were scaled. Reading hands over the bytes; scaling is another step."
    if np.array_equal(found, 255 - expected.astype(int)):
        return start + "Black and white have changed places; in the file 0 is black."
    if expected.ndim == 3:
        down = expected.reshape(-1).reshape(expected.shape, order="F")
        n, height, width = expected.shape
        turned = expected.reshape(n, width, height).swapaxes(1, 2)
        if np.array_equal(found, down) or np.array_equal(found, turned):
            return start + (
                "The pixels were laid out down the columns. In the file the last axis runs "
                "fastest: a whole row from left to right, then the next row."
            )
    return start + "Each byte behind the header is one value, in the order in which they stand."


def _check_refusal(
    learner: Notebook,
    right: Array,
    data: bytes,
    what: str,
    why: str = "What came cannot be trusted; compare the file with what it promises, and raise a "
    "ValueError where they differ.",
) -> None:
    """Demand a ValueError for a file, and that one in order is not refused."""
    _, error = _tried(lambda: learner.read_idx(_file(right)))
    assert error is None or "ValueError" not in error.kinds, (
        "Even a file that is in order is refused, so this cannot be told."
    )
    if error is not None:
        raise error
    answer, error = _tried(lambda: learner.read_idx(data))
    if error is not None:
        assert error.kind != "AssertionError", (
            f"{what} ended in an AssertionError. `assert` is for what cannot happen, and can be "
            "switched off. Files do go wrong; callers expect a ValueError."
        )
        assert "ValueError" in error.kinds, (
            f"{what} ended in {error.kind}: {error.text.rstrip('.')}. Whoever calls has to know "
            "what to catch, and the docstring promises a ValueError."
        )
        return
    assert answer is not None, (
        f"{what} was answered with None. The caller goes on with it, and fails somewhere else. "
        "Raise a ValueError instead."
    )
    raise AssertionError(f"{what} was read without complaint. {why}")


@pytest.mark.question("read_idx", lesson="01-load-data#read")
class TestReadIdx:
    hints = (
        "Behind the header, each byte is one value, in the order of the axes. The header tells how "
        "many there are and which shape they have. A good reader compares before it trusts.",
        "If a number of values is off by 16 or by 8, the header is still in the data. If digits "
        "come out slanted, rows and columns have changed places. If a damaged file is read without "
        "complaint, compare its length with header plus product of the sizes.",
        "`np.frombuffer(data, np.uint8, offset=…)` makes values of bytes, and `reshape` gives them "
        "the shape of the header. Before that, two `if`s that raise: one on the magic number, one "
        "on `len(data)`.",
    )

    @pytest.mark.points(1)
    def test_images_that_are_not_square(self, learner: Notebook, digits: Array) -> None:
        """Five digits, cut to 20 rows and 12 columns, are read as they were written."""
        _check_content(learner, np.ascontiguousarray(digits[:5, 4:24, 8:20]))

    @pytest.mark.points(1)
    def test_labels(self, learner: Notebook, labels: Array) -> None:
        """Twenty labels are read as they were written."""
        _check_content(learner, labels[:20].astype(np.uint8))

    @pytest.mark.points(1)
    def test_a_wrong_magic_number_is_refused(self, learner: Notebook, digits: Array) -> None:
        """A file with another magic number is a ValueError."""
        right = np.ascontiguousarray(digits[:2, 4:24, 8:20])
        for data, what in (
            (_file(right, 0x0903), "A file with the magic number 0x0903, which has signed bytes,"),
            (_file(right, 0x1803), "A file with the magic number 0x1803"),
            (b"\x89PNG\r\n\x1a\n" + right.tobytes(), "A file that begins as PNG pictures do"),
        ):
            _check_refusal(learner, right, data, what)
        _check_refusal(
            learner,
            right,
            gzip.compress(_file(right), mtime=0),
            "A file that is still packed",
            "Its first four bytes are none of the two magic numbers, whatever would come out of "
            "it. Unpacking is left to whoever calls; a reader that refuses says that it is needed.",
        )

    @pytest.mark.points(1)
    def test_a_wrong_length_is_refused(
        self, learner: Notebook, digits: Array, labels: Array
    ) -> None:
        """A file with bytes or images too few or too many is a ValueError; so is half a header."""
        right = np.ascontiguousarray(digits[:2, 4:24, 8:20])
        file, label_file = _file(right), _file(labels[:20].astype(np.uint8))
        for data, what in (
            (file[:-1], "A file of images that lacks its last byte"),
            (file + b"\0", "A file of images with one byte too many"),
            (label_file[:-3], "A file of labels that lacks its last three bytes"),
            (label_file + b"\7", "A file of labels with one byte too many"),
            (file[:10], "A file that ends in the middle of its header"),
            (b"", "An empty file"),
            (file + right[0].tobytes(), "A file with a whole image more than its header promises"),
            (file[: -right[0].size], "A file with a whole image less than its header promises"),
        ):
            _check_refusal(learner, right, data, what)

    @pytest.mark.points(1)
    def test_unseen_files(
        self, learner: Notebook, reference: Notebook, rng: np.random.Generator
    ) -> None:
        """Files of other sizes, of a single image or label too, agree with the reference."""
        for shape in ((1, 4, 9), (7, 11, 3), (2, 1, 300), (1,), (513,)):
            values = rng.integers(0, 256 if len(shape) == 3 else 10, shape, dtype=np.uint8)
            read = np.asarray(reference.read_idx(_file(values)))
            assert np.array_equal(read, values), "The reference does not read this file."
            _check_content(learner, values)
