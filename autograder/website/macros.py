"""What the pages of the website ask for by name: figures, the path of lessons, measured numbers.

mkdocs-macros loads this file by its path when it builds the site. It needs nothing but the standard
library, so the site can be built where neither TensorFlow nor the rest of the course is installed.
"""

import html
import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


@dataclass(frozen=True)
class Section:
    """One of the ten sections of the course: a lesson, a notebook, and what they are about."""

    number: int
    name: str
    title: str
    brief: str
    promise: str

    @property
    def lesson(self) -> str:
        """The page of the lesson, relative to the site's sources."""
        return f"lessons/{self.number:02d}-{self.name.replace('_', '-')}.md"

    @property
    def notebook(self) -> str:
        """The released notebook, relative to the repository."""
        assignment = f"{self.number:02d}_{self.name}"
        return f"exercises/{assignment}/{assignment}.ipynb"


SECTIONS = (
    Section(
        0,
        "things_to_know",
        "Things to know",
        "O",
        "Build a layer from sums and bends, and turn its output into probabilities.",
    ),
    Section(
        1,
        "load_data",
        "Load data",
        "D",
        "Load the digits as Keras does, then read the bytes of the original files yourself.",
    ),
    Section(
        2,
        "first_look",
        "First look",
        "I.I",
        "Describe the images in numbers and look at them, before any model does.",
    ),
    Section(
        3,
        "explore",
        "Explore",
        "I.II",
        "Count the classes, and find the score that a model must beat to have learned anything.",
    ),
    Section(
        4,
        "prepare",
        "Prepare",
        "II",
        "Scale, shape and split the images, with nothing learned from held-out digits.",
    ),
    Section(
        5,
        "build",
        "Build",
        "III",
        "Write down a convolutional network, check its shapes and its loss, and train it.",
    ),
    Section(
        6,
        "evaluate",
        "Evaluate",
        "IV",
        "Measure the network on several folds, and report a score together with its spread.",
    ),
    Section(
        7,
        "diagnose",
        "Diagnose",
        "V",
        "Read learning curves, tell over- from underfitting, and study the mistakes.",
    ),
    Section(
        8,
        "improve",
        "Improve",
        "VI",
        "Change one thing at a time, and tell a gain from the noise of the folds.",
    ),
    Section(
        9,
        "deepen",
        "Deepen",
        "VII",
        "Add convolutions and pooling, compare with the baseline, and save the final model.",
    ),
)


class PageError(ValueError):
    """A page asks for something that is not there; the message says what and where to get it."""


def define_env(env: "MacrosPlugin") -> None:
    """Give the pages their macros; called by mkdocs-macros."""
    root = Path(env.project_dir)
    pages = Path(env.conf["docs_dir"])

    @env.macro
    def figure(name: str, alt: str, caption: str) -> str:
        return figure_markup(pages, env.page.file.src_uri, name, alt, caption)

    @env.macro
    def path_of_lessons() -> str:
        return path_markup(root, pages)

    @env.macro
    def result(key: str, form: str = "") -> str:
        return measured(pages / "results.json", key, form)


def figure_markup(pages: Path, page: str, name: str, alt: str, caption: str) -> str:
    """Show a figure in the variant that fits the palette, light or dark.

    Args:
        pages: the folder of the site's sources.
        page: the page that shows the figure, relative to `pages`.
        name: the figure's name; `figures/<name>-light.svg` and `figures/<name>-dark.svg` exist.
        alt: what is seen, for readers who do not see it.
        caption: what to see in it; may hold inline Markdown.

    Raises:
        PageError: a variant is missing.
    """
    images = []
    for variant in ("light", "dark"):
        source = f"figures/{name}-{variant}.svg"
        width, height = _svg_size(pages / source)
        link = posixpath.relpath(source, posixpath.dirname(page))
        images.append(
            f'![{alt}]({link}#only-{variant}){{ width="{width}" height="{height}" loading=lazy }}'
        )
    lines = ['<figure class="drawn" markdown="span">', *images]
    return "\n".join([*lines, f"<figcaption>{caption}</figcaption>", "</figure>"])


def _svg_size(path: Path) -> tuple[int, int]:
    """Return width and height in pixels, so that the page keeps its place while it loads."""
    if not path.is_file():
        raise PageError(f"{path} is missing. Make it with `python -m autograder.website.figures`.")
    view = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', path.read_text(encoding="utf-8")[:2000])
    if view is None:
        raise PageError(f"{path} has no viewBox that starts at 0 0.")
    # Matplotlib writes points, of which there are 72 in an inch; a browser has 96 pixels in one.
    return round(float(view[1]) * 96 / 72), round(float(view[2]) * 96 / 72)


def path_markup(root: Path, pages: Path) -> str:
    """List the ten sections; one whose lesson is written is linked, and each says how far it is."""
    items = []
    for section in SECTIONS:
        written = (pages / section.lesson).is_file()
        title = f"[{section.title}]({section.lesson})" if written else html.escape(section.title)
        state = _state(written, (root / section.notebook).is_file())
        items.append(
            f'<li class="{"written" if written else "unwritten"}" markdown="span">'
            f'<span class="path-number">{section.number:02d}</span> '
            f'<span class="path-title">{title}</span> '
            f'<span class="path-state">Section {section.brief} · {state}</span> '
            f'<span class="path-promise">{html.escape(section.promise)}</span></li>'
        )
    # `role` keeps it a list for screen readers where the bullets are styled away.
    return "\n".join(['<ul class="path" role="list" markdown>', *items, "</ul>"])


def _state(lesson: bool, notebook: bool) -> str:
    match lesson, notebook:
        case True, True:
            return "lesson and notebook ready"
        case True, False:
            return "lesson ready, notebook not yet"
        case False, True:
            return "notebook ready, lesson not yet"
        case _:
            return "not written yet"


def measured(path: Path, key: str, form: str = "") -> str:
    """Return a measured number from the results file, formatted.

    Args:
        path: `site/results.json`, written by `make results`.
        key: where the number stands, such as ``"baseline.mean"``.
        form: a Python format, such as ``".2%"``.

    Raises:
        PageError: there is no such file or number. A build that fails is better than a page with a
            number that nobody measured.
    """
    if not path.is_file():
        raise PageError(f"{path} is missing, and a page asks for {key}. Run `make results`.")
    found: Any = json.loads(path.read_text(encoding="utf-8"))
    for step in key.split("."):
        if not isinstance(found, Mapping) or step not in found:
            raise PageError(f"{path} has no {key}. Run `make results`, or mend the page.")
        found = found[step]
    return format(found, form)
