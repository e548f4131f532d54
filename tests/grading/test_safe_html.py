"""What learners wrote is shown, and nothing of it runs, loads, covers, or stops a page."""

import base64
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.safe_html import make_outputs_harmless, safe_html, safe_markdown

PNG = base64.b64encode(b"\x89PNG").decode()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<b>bold</b>", "<b>bold</b>"),
        ('<table class="dataframe"><tr><td>1</td></tr></table>', '<table class="dataframe">'),
        ('<span class="kn">import</span>', '<span class="kn">'),
        (f'<img src="data:image/png;base64,{PNG}">', f'src="data:image/png;base64,{PNG}"'),
        ('<a href="https://keras.io">x</a>', '<a href="https://keras.io">'),
    ],
)
def test_what_is_harmless_is_shown_as_it_is(written: str, shown: str) -> None:
    assert shown in safe_html(written)


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("<style>*{}</style>", "<style"),
        ('<p style="position:fixed">x</p>', "style="),
        ('<p onclick="alert(1)">x</p>', "onclick="),
        ('<a href="javascript:alert(1)">x</a>', "href="),
        ('<a href="data:text/html,x">x</a>', "href="),
        ('<img src="https://e.vil/x.png">', "src="),
        ('<p id="double">x</p>', "id="),
        # Classes of the page's own: one covers it, the other looks like a verdict.
        ('<div class="navbar-fixed-top">6 of 6</div>', "class="),
        ('<div class="verdict full">4 of 4</div>', "class="),
        ('<div class="kn nbgrader_cell">x</div>', "class="),
    ],
)
def test_what_could_harm_is_not(written: str, gone: str) -> None:
    assert gone not in safe_html(written)


def test_a_picture_that_is_not_there_stops_no_page() -> None:
    # Pasting a picture makes an attachment; nbconvert makes no page if it is missing.
    shown = safe_markdown("Look: ![my plot](attachment:image.png) and ![x](attachment:)")
    assert "my plot" in shown
    assert "src=" not in shown


@pytest.mark.parametrize(
    "text",
    [">" * 5_000, "[" * 5_000, "<div>" * 5_000, "* " * 2_000, "$" * 999, "`" * 999, "\0\x1b\u2028"],
    ids=["quotes", "brackets", "tags", "lists", "math", "code", "controls"],
)
def test_whatever_markdown_holds_there_is_a_page(text: str) -> None:
    assert isinstance(safe_markdown(text), str)


def shown(data: dict[str, Any], **metadata: Any) -> Any:
    """Return what a graded notebook keeps of an output."""
    output = new_output("display_data", data, metadata=metadata)
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[output])])
    make_outputs_harmless(notebook)
    return notebook.cells[0].outputs[0]


def test_text_and_pictures_of_an_output_are_kept() -> None:
    data = {"text/plain": "<Figure>", "image/png": f"{PNG}\n", "text/html": "<b>x</b>"}
    assert shown(data).data == data


@pytest.mark.parametrize(
    "kind",
    [
        "application/javascript",
        "text/javascript",
        "application/vnd.jupyter.widget-view+json",
        "application/vnd.plotly.v1+json",
        "application/pdf",
        "text/vnd.mermaid",
        "text/unknown",
    ],
)
def test_what_would_run_is_dropped(kind: str) -> None:
    assert shown({kind: "alert(1)", "text/plain": "x"}).data == {"text/plain": "x"}


def test_html_of_an_output_is_clean_in_the_notebook_already() -> None:
    kept = shown({"text/html": "<b>x</b><script>alert(1)</script>"}, isolated=True)
    assert kept.data["text/html"] == "<b>x</b>&lt;script&gt;alert(1)&lt;/script&gt;"
    assert kept.metadata == {}


def test_a_picture_that_is_none_is_dropped() -> None:
    assert shown({"image/png": '"><script>alert(1)</script>'}).data == {}


def test_a_drawing_is_kept_where_it_can_run_nothing() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
    kept = shown({"image/svg+xml": drawing}).data
    assert list(kept) == ["text/html"]
    assert kept["text/html"].startswith('<img alt="" src="data:image/svg+xml;base64,')
    assert safe_html(kept["text/html"]) == kept["text/html"]
