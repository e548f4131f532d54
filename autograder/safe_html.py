"""Makes what learners wrote harmless, for pages that others open.

nbconvert's own filter allows so few tags that ordinary Markdown comes out as source text.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

import bleach
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from pygments.token import STANDARD_TYPES

_TAGS = (
    "a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol "
    "p pre s small span strong sub summary sup table tbody td th thead tr u ul"
).split()
_PROTOCOLS = ["http", "https", "mailto", "data"]
_DRAWING = "data:image/svg+xml;base64,"
_IMAGES = (
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/gif;base64,",
    _DRAWING,
)
# Of colours in code, and of tables that pandas makes. Any other class might be one of the page's
# own, which could put a learner's text over the page, or make it look like a verdict.
_CLASSES = {"highlight", "dataframe", *STANDARD_TYPES.values()}
# What a graded notebook keeps of a learner's outputs; everything else is dropped.
_TEXTS = ("text/plain", "text/latex", "text/markdown")
_PICTURES = ("image/png", "image/jpeg")


def safe_html(html: str) -> str:
    """Return HTML that runs nothing and loads nothing; what is not allowed is shown as text."""
    try:
        return bleach.clean(str(html), tags=_TAGS, attributes=_allowed, protocols=_PROTOCOLS)
    except (RecursionError, ValueError):
        return _as_source(html)


def safe_markdown(text: str) -> str:
    """Return Markdown as HTML that runs nothing and loads nothing.

    Takes the place of nbconvert's ``markdown2html``, which would make no page at all of a notebook
    with a picture that is named and not there.
    """
    renderer = IPythonRenderer(
        escape=False, attachments=_NoAttachments(), exclude_anchor_links=True
    )
    try:
        return safe_html(MarkdownWithMath(renderer=renderer).render(text))
    except Exception:  # whatever a text can make a parser stumble over: shown as it was written
        return _as_source(text)


class _NoAttachments(dict[str, dict[str, str]]):
    """Has a picture of every name: one without bytes, which `safe_html` takes out."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> dict[str, str]:
        return {"none": ""}


def _as_source(text: str) -> str:
    return f"<pre>{escape(str(text))}</pre>"


def _allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether a tag may have an attribute. Ids are ours: they lead to exercises."""
    if name == "class":
        return all(part in _CLASSES or part.startswith("hl-") for part in value.split())
    if name in ("title", "alt", "colspan", "rowspan", "open"):
        return True
    if tag == "a" and name == "href":
        return not value.strip().lower().startswith("data:")
    return tag == "img" and name == "src" and value.startswith(_IMAGES)


def make_outputs_harmless(notebook: NotebookNode) -> None:
    """Leave in the outputs of a notebook what can be shown anywhere: text, pictures, clean HTML.

    Scripts, widgets and the like are dropped, here already: a graded notebook may be opened with
    tools that show all of it as it is.
    """
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "data" in output:
                output["data"] = dict(_harmless(output["data"]))
                output["metadata"] = {}


def _harmless(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for kind, content in data.items():
        if not isinstance(content, str):
            continue
        if kind in _TEXTS or (kind in _PICTURES and _is_base64(content)):
            yield kind, content
        elif kind == "text/html":
            yield kind, safe_html(content)
        elif kind == "image/svg+xml":
            # In an image element a drawing can neither run nor load anything.
            encoded = base64.b64encode(content.encode()).decode()
            yield "text/html", f'<img alt="" src="{_DRAWING}{encoded}">'


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode("".join(text.split()), validate=True)
    except (ValueError, binascii.Error):
        return False
    return True
