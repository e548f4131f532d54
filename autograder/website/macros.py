"""What the pages of the website ask for by name: figures, the path of lessons, measured numbers.

mkdocs-macros loads this file by its path when it builds the site. It needs nothing but the standard
library and this folder, so the site can be built where TensorFlow is not installed.
"""

import html
import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.website import glossary as terms
from autograder.website import live_pieces, results_tables, verified_tables

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
    def assignment(self) -> str:
        """The name of its notebook and of its folder."""
        return f"{self.number:02d}_{self.name}"

    @property
    def notebook(self) -> str:
        """The released notebook, relative to the repository."""
        return f"exercises/{self.assignment}/{self.assignment}.ipynb"


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
    def notebook() -> str:
        return notebook_markup(env.page.file.src_uri, env.conf.repo_url)

    @env.macro
    def glossary() -> str:
        return terms.page_markup(terms.load())

    @env.macro
    def live(name: str) -> str:
        return live_pieces.piece_markup(name, env.page.url, pages / "results.json")

    @env.macro
    def results_table(part: str) -> str:
        return results_tables.table(pages / "results.json", part)

    @env.macro
    def results_figure(name: str, alt: str, caption: str) -> str:
        """Show a figure of measured results, or nothing where it has not been drawn yet."""
        drawn = (pages / f"figures/{name}-light.svg").is_file()
        return figure(name, alt, caption) if drawn else ""

    @env.macro
    def trials_table() -> str:
        return verified_tables.trials_table(pages / "verified.json")

    @env.macro
    def chance_table() -> str:
        return verified_tables.chance_table(pages / "verified.json")

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
    """List the ten sections: what each is about, and how long it takes.

    Minutes to read and to work are what the lesson says. How long the notebook's cells run was
    measured, where `autograder rehearse --write` has done so.
    """
    run_times = _run_times(root)
    items = []
    for section in SECTIONS:
        page = pages / section.lesson
        if not page.is_file():
            raise PageError(f"{page} is missing, and the path of lessons leads to it.")
        times = [_stated_minutes(page)]
        if section.assignment in run_times:
            times.append(f"its cells run in {_rounded(run_times[section.assignment])}")
        items.append(
            f'<li markdown="span">'
            f'<span class="path-number">{section.number:02d}</span> '
            f'<span class="path-title">[{section.title}]({section.lesson})</span> '
            f'<span class="path-brief">Section {section.brief}</span> '
            f'<span class="path-promise">{html.escape(section.promise)}</span> '
            f'<span class="path-times">{" · ".join(times)}</span></li>'
        )
    # `role` keeps it a list for screen readers where the bullets are styled away.
    return "\n".join(['<ul class="path" role="list" markdown>', *items, "</ul>"])


def _stated_minutes(lesson: Path) -> str:
    """Return what a lesson says about its own length."""
    text = lesson.read_text(encoding="utf-8")
    stated = re.search(r"\*\*Time\*\* (\d+) minutes to read, (\d+) for the notebook", text)
    if stated is None:
        raise PageError(f"{lesson} does not say how long it takes: **Time** … minutes to read, …")
    return f"{stated[1]} minutes to read, {stated[2]} for the notebook"


def _run_times(root: Path) -> dict[str, float]:
    """Return how many seconds notebooks were measured to run, by assignment."""
    path = root / "solutions" / "run_times.json"
    if not path.is_file():
        return {}
    seconds: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["seconds"]
    return seconds


def _rounded(seconds: float) -> str:
    if seconds < 95:
        return f"{max(10, round(seconds, -1)):.0f} seconds"
    return f"{round(seconds / 30) / 2:g} minutes"


def notebook_markup(page: str, repo_url: str | None) -> str:
    """Link a lesson's notebook: to download, and in Colab where the repository has an address.

    Args:
        page: the lesson, relative to the site's sources.
        repo_url: the address of the repository, if it is known.

    Raises:
        PageError: the page is no lesson.
    """
    section = next((one for one in SECTIONS if one.lesson == page), None)
    if section is None:
        raise PageError(f"{page} is no lesson, and has no notebook.")
    file = f"{section.assignment}.ipynb"
    links = [f'<a href="../notebooks/{file}" download>Download the notebook</a>']
    repository = re.fullmatch(r"https://github\.com/([^/]+/[^/]+?)(\.git)?/?", repo_url or "")
    if repository is not None:
        address = f"https://colab.research.google.com/github/{repository[1]}/blob/main"
        links.append(f"[Open it in Colab]({address}/{section.notebook})")
    return " · ".join([*links, "[How to open it](../learn/getting-started.md)"])


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
