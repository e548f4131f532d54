"""The probe of pictures sees them as a reader does: orientation, colors, what is covered, words."""

from collections.abc import Callable
from typing import Any

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.offsetbox import AnnotationBbox, OffsetImage, TextArea, VPacker

from course import probes
from course.notebook import LocalNotebook

IMAGE = np.array([[0, 100, 255], [50, 0, 0]], np.uint8)


def describe(plot: Callable[..., Any], *args: Any) -> dict[str, Any]:
    return LocalNotebook({"plot": plot}).ask(probes.describe_pictures, "plot", *args)


def only_axes(plot: Callable[..., Any], *args: Any) -> dict[str, Any]:
    (axes,) = describe(plot, *args)["axes"]
    return axes


def test_a_picture_is_told_by_values_colors_and_place() -> None:
    (picture,) = only_axes(lambda: plt.imshow(IMAGE, cmap="gray_r"))["pictures"]

    assert picture["values"].tolist() == IMAGE.tolist()
    assert picture["colors"].shape == (2, 3, 3)
    assert np.allclose(picture["colors"][..., 0], 1 - IMAGE / 255, atol=1e-2)
    assert np.allclose(picture["box"], [0, 0, 1, 1])


def test_pictures_are_turned_as_they_are_seen() -> None:
    def upside_down() -> None:
        plt.imshow(IMAGE, origin="lower")

    def put_right_again() -> None:
        plt.imshow(IMAGE, origin="lower")
        plt.gca().invert_yaxis()

    def mesh() -> None:
        plt.pcolormesh(IMAGE)

    def mirrored() -> None:
        plt.imshow(IMAGE)
        plt.gca().invert_xaxis()

    def seen(plot: Callable[..., Any]) -> Any:
        return only_axes(plot)["pictures"][0]["values"].tolist()

    assert seen(upside_down) == IMAGE[::-1].tolist()
    assert seen(put_right_again) == IMAGE.tolist()
    assert seen(mesh) == IMAGE[::-1].tolist()
    assert seen(mirrored) == IMAGE[:, ::-1].tolist()


def test_what_a_later_picture_covers_is_not_seen() -> None:
    def one_over_the_other() -> None:
        plt.imshow(IMAGE)
        plt.imshow(255 - IMAGE)

    def side_by_side() -> None:
        plt.imshow(IMAGE, extent=(0, 3, 2, 0))
        plt.imshow(255 - IMAGE, extent=(3, 6, 2, 0))
        plt.gca().set(xlim=(0, 6), ylim=(2, 0))

    (last,) = only_axes(one_over_the_other)["pictures"]
    left, right = only_axes(side_by_side)["pictures"]

    assert last["values"].tolist() == (255 - IMAGE).tolist()
    assert np.allclose(left["box"], [0, 0, 0.5, 1])
    assert np.allclose(right["box"], [0.5, 0, 1, 1])


def test_a_color_image_keeps_its_colors_and_has_the_mean_as_values() -> None:
    color = np.stack([IMAGE, np.zeros_like(IMAGE), np.zeros_like(IMAGE)], axis=-1)

    (picture,) = only_axes(lambda: plt.imshow(color))["pictures"]

    assert np.allclose(picture["values"], IMAGE / 3)
    assert np.allclose(picture["colors"][..., 0], IMAGE / 255)


def test_words_are_found_wherever_they_stand() -> None:
    def plot() -> None:
        figure, ax = plt.subplots()
        ax.imshow(IMAGE)
        ax.set_title("a title", loc="right")
        ax.set_xlabel("below")
        ax.text(1, 0.5, "in data")
        ax.text(0.25, 0.75, "in shares", transform=ax.transAxes)
        ax.annotate("arrow", (2.5, -0.5), (5, 5), textcoords="offset points")
        ax.set_xticks([1], ["tick"])
        figure.text(0.5, 0.1, "outside")
        figure.suptitle("of all")

    drawn = describe(plot)
    (axes,) = drawn["axes"]
    texts = {text["text"]: (text["x"], text["y"]) for text in axes["texts"]}

    assert [words for words in axes["words"] if words] == ["a title", "below"]
    assert drawn["figure_words"] == ["outside", "of all"]
    assert np.allclose(texts["in data"], [0.5, 0.5])
    assert np.allclose(texts["in shares"], [0.25, 0.25])
    assert np.allclose(texts["arrow"], [1, 0])
    assert np.allclose(texts["tick"], [0.5, np.nan], equal_nan=True)
    assert "0.0" not in texts, "numbers of an axis are no words"


@pytest.mark.parametrize("show", [plt.figure, plt.colorbar])
def test_axes_without_a_picture_of_their_own_are_left_out(show: Callable[[], Any]) -> None:
    def plot() -> None:
        plt.imshow(IMAGE)
        show()

    assert len(describe(plot)["axes"]) == 1


def test_a_changed_argument_is_told_and_no_figure_stays_open() -> None:
    def plot(image: np.ndarray) -> None:
        image[:] = 255 - image
        plt.matshow(image)

    assert describe(plot, IMAGE)["changed_arguments"] == [0]
    assert plt.get_fignums() == []


def test_axes_within_axes_are_seen() -> None:
    def plot() -> None:
        _, ax = plt.subplots()
        ax.inset_axes([0, 0, 0.5, 1]).imshow(IMAGE)
        ax.inset_axes([0.5, 0, 0.5, 1]).imshow(255 - IMAGE)

    left, right = describe(plot)["axes"]

    assert left["pictures"][0]["values"].tolist() == IMAGE.tolist()
    assert right["pictures"][0]["values"].tolist() == (255 - IMAGE).tolist()


def test_an_image_in_an_annotation_box_is_seen_where_it_stands() -> None:
    def plot() -> None:
        _, ax = plt.subplots()
        small = OffsetImage(IMAGE, zoom=10, cmap="gray")
        column = VPacker(children=[small, TextArea("below")], align="center", pad=0, sep=2)
        ax.add_artist(AnnotationBbox(column, (0.25, 0.75), pad=0))

    axes = only_axes(plot)
    (picture,) = axes["pictures"]
    (text,) = axes["texts"]
    left, top, right, bottom = picture["box"]

    assert picture["values"].tolist() == IMAGE.tolist()
    assert np.allclose(picture["colors"][..., 0], IMAGE / 255, atol=1e-2)
    assert left < 0.25 < right
    assert top < 0.25 < bottom
    assert text["text"] == "below"
    assert bottom < text["y"] < bottom + 0.2


def test_an_image_on_no_axes_is_seen_with_the_texts_of_its_figure() -> None:
    def plot() -> None:
        figure = plt.figure(figsize=(2, 1), dpi=100)
        figure.figimage(IMAGE, 50, 48, cmap="gray")
        figure.text(0.25, 0.4, "below")

    axes = only_axes(plot)
    (picture,) = axes["pictures"]

    assert picture["values"].tolist() == IMAGE.tolist()
    assert np.allclose(picture["box"], [0.25, 0.5, 0.265, 0.52], atol=0.01)
    assert [text["text"] for text in axes["texts"]] == ["below"]
    assert np.allclose([axes["texts"][0]["x"], axes["texts"][0]["y"]], [0.25, 0.6])


def test_the_title_of_a_subfigure_belongs_to_its_only_axes() -> None:
    def plot() -> None:
        figure = plt.figure()
        single, double = figure.subfigures(1, 2)
        single.suptitle("mine")
        single.add_subplot().imshow(IMAGE)
        double.suptitle("of two")
        for ax in double.subplots(1, 2):
            ax.imshow(IMAGE)

    drawn = describe(plot)

    assert [[word for word in ax["words"] if word] for ax in drawn["axes"]] == [["mine"], [], []]
    assert drawn["figure_words"] == ["mine", "of two"]
