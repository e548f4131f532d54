"""What learners wrote runs nothing, loads nothing and covers nothing on the pages of ours.

A class with payloads everywhere is graded in the real sandbox; its feedback pages and nbgrader's
formgrader are opened in a real Chromium, beside those of an honest learner. Whatever the hostile
page has, does or asks for that the honest one does not, is a hole.
"""

import importlib.util
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell
from payloads import BUNDLES, MARKDOWN, PAYLOADS, named
from playwright.sync_api import Browser, Dialog, Error, expect, sync_playwright
from summary import write_part

from autograder.class_run import run_class
from autograder.classroom import find_submissions
from autograder.feedback import make_feedback
from autograder.workers import Workplace

pytestmark = pytest.mark.browser

# A server for pages, and a Chromium, as the other browser tests have them.
_SPEC = importlib.util.spec_from_file_location(
    "browser_fixtures", Path(__file__).parents[1] / "browser" / "conftest.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
_FIXTURES = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_FIXTURES)
serve = _FIXTURES.serve

NAME = 'eve <img src=x onerror=alert(1)> "+alert(4)+"'
FILE = "<img src=x onerror=alert(2)>.ipynb"
_IN_ONE_NOTEBOOK = 16
# Whatever a learner can write it into.
SHOWS = """
from IPython.display import display
display({bundle!r}, raw=True)
"""
ANSWERS = """
def middle(numbers):
    return {payload!r}
"""
FAILS = """
class Sad(Exception):
    pass
Sad.__name__ = Sad.__qualname__ = {payload!r}
print({payload!r})
raise Sad({payload!r})
"""


def groups() -> dict[str, list[tuple[str, str]]]:
    """Return payloads by the student who hands them in."""
    every = [(name, named(text, name)) for name, text in {**PAYLOADS, **MARKDOWN}.items()]
    starts = range(0, len(every), _IN_ONE_NOTEBOOK)
    return {f"mallory-{at:03}": every[at : at + _IN_ONE_NOTEBOOK] for at in starts}


def with_payloads(course: Any, payloads: list[tuple[str, str]]) -> Any:
    """Return a notebook that has payloads wherever something can be written."""
    texts = "\n".join(text for _, text in payloads)
    notebook = course.solved(middle=ANSWERS.format(payload=texts[:900]))
    for _, text in payloads:
        notebook.cells.append(new_markdown_cell(text))
        for kind in ("text/html", "text/markdown"):
            notebook.cells.append(new_code_cell(SHOWS.format(bundle={kind: text})))
    notebook.cells.append(new_code_cell(FAILS.format(payload=texts[:2000])))
    return notebook


def with_bundles(course: Any) -> Any:
    """Return a notebook that shows what is no HTML, and says odd things about how to show it."""
    notebook = course.solved()
    for name, bundle in BUNDLES.items():
        notebook.cells.append(new_code_cell(SHOWS.format(bundle=named(bundle, name))))
    html = {"text/html": named(PAYLOADS["script"], "isolated")}
    odd = {"text/html": {"isolated": True}, "image/png": {"width": '1" onerror="alert(3)'}}
    notebook.cells.append(new_code_cell(f"display({html!r}, metadata={odd!r}, raw=True)"))
    return notebook


class ClassFolder:
    """A graded class with payloads, and its pages."""

    def __init__(self, root: Path, course: Any) -> None:
        self.root, self._course = root, course
        self._hand_in("honest", course.solved(middle="def middle(numbers):\n    return 'x'"))
        for student, payloads in groups().items():
            self._hand_in(student, with_payloads(course, payloads))
        self._hand_in("mallory-bundles", with_bundles(course))
        self._hand_in(NAME, course.solved())
        self._hand_in("mallory-file", course.solved(), FILE)
        (self.root / "submitted" / "mallory-none" / "01_tiny").mkdir(parents=True)

    def _hand_in(self, student: str, notebook: Any, file: str = "01_tiny.ipynb") -> None:
        path = self.root / "submitted" / student / "01_tiny" / file
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def grade(self) -> None:
        """Grade everyone, and write feedback."""
        url = f"sqlite:///{self.root / 'gradebook.db'}"
        found = find_submissions(self.root / "submitted", self._course.assignments)
        workplace = Workplace(self._course.assignments, workers=2, with_tensorflow=False)
        run_class(found, workplace, self.root, url)
        make_feedback(self.root, ["01_tiny"], url)

    def feedback(self) -> dict[str, str]:
        """Return the address of each student's page."""
        pages = (self.root / "feedback").glob("*/01_tiny/01_tiny.html")
        return {page.parts[-3]: page.as_uri() for page in pages}

    def submissions(self) -> dict[str, str]:
        """Return by student how formgrader calls the notebook."""
        with closing(sqlite3.connect(self.root / "gradebook.db")) as database:
            return dict(
                database.execute(
                    "SELECT student_id, submitted_notebook.id FROM submitted_notebook "
                    "JOIN submitted_assignment "
                    "ON submitted_notebook.assignment_id = submitted_assignment.id"
                )
            )


@pytest.fixture(scope="module")
def folder(course: Any, tmp_path_factory: pytest.TempPathFactory) -> ClassFolder:
    made = ClassFolder(tmp_path_factory.mktemp("class"), course)
    made.grade()
    return made


@pytest.fixture(scope="module")
def formgrader(serve: Callable[[Path], str], folder: ClassFolder) -> str:
    """Return where nbgrader's formgrader is, in the class folder and as it is configured there."""
    return f"{serve(folder.root)}formgrader/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=_FIXTURES.CHROMIUM, args=["--no-sandbox"]
        )
        yield opened
        opened.close()


_LOOK = """
(own) => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const active = {};
  for (const tag of ["script", "style", "link", "meta", "base", "iframe", "frame", "object",
      "embed", "applet", "portal", "form", "input", "button", "textarea", "select", "video",
      "audio", "source", "svg", "math", "dialog", "template", "marquee", "keygen", "area", "map",
      "section.verdict", ".verdict", ".nbgrader_cell", ".score", ".navbar", ".modal", ".help",
      "[srcset]", "[ping]", "[background]", "[popover]", "[autofocus]", "[data-link]"])
    active[tag] = count(tag);
  const bad = [];
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      if (name.startsWith("on")) bad.push(`${element.tagName} ${name}`);
      if (["href", "src", "action", "formaction", "xlink:href", "values"].includes(name)) {
        let url = null;
        try { url = new URL(value, "http://page.invalid/"); } catch { continue; }
        if (["javascript:", "vbscript:"].includes(url.protocol) || url.href.startsWith("data:text"))
          bad.push(`${element.tagName} ${name}=${value.slice(0, 40)}`);
      }
    }
  }
  const covered = [];
  for (const selector of own) {
    const [element] = document.querySelectorAll(selector);
    if (!element) { covered.push(`${selector} is gone`); continue; }
    element.scrollIntoView({block: "center"});
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (!top || !(element.contains(top) || top.contains(element)))
      covered.push(`${selector} is under ${top ? top.outerHTML.slice(0, 80) : "nothing"}`);
  }
  return {active, bad, covered, owned: window.owned || [], title: document.title};
}
"""


@dataclass
class Seen:
    """What a page did, and what it looks like.

    Attributes:
        requests: what it asked for, without what differs from page to page.
        events: dialogs, new windows, and navigation away from it.
    """

    look: dict[str, Any] = field(default_factory=dict)
    requests: set[str] = field(default_factory=set)
    events: list[str] = field(default_factory=list)

    def holes(self, honest: "Seen") -> list[str]:
        """Return what a page has, does or asks for that an honest one does not."""
        found = [f"ran {name}" for name in self.look.get("owned", [])]
        found += self.events + self.look.get("bad", []) + self.look.get("covered", [])
        found += [f"asked for {url}" for url in sorted(self.requests - honest.requests)]
        active, expected = (seen.look.get("active", {}) for seen in (self, honest))
        found += [
            f"{active[tag]} {tag} instead of {expected.get(tag)}"
            for tag in active
            if active[tag] != expected.get(tag)
        ]
        return found


def watch(browser: Browser, address: str, own: tuple[str, ...], content: str = "") -> Seen:
    """Open a page and look at what it does; with content, at that instead of what is there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(180_000)  # the first page of a server takes long on a busy machine
    seen = Seen()
    page.on(
        "dialog", lambda dialog: (seen.events.append(f"said {dialog.message}"), dialog.accept())
    )
    context.on("page", lambda other: seen.events.append(f"opened {other.url}"))
    context.on("request", lambda request: seen.requests.add(_alike(request.url)))
    page.on("framenavigated", lambda frame: _note_navigation(frame.url, address, seen))
    if content:
        context.route(address, lambda route: route.fulfill(body=content, content_type="text/html"))
    context.route(re.compile("leak.invalid|cdnjs|unpkg|jsdelivr"), lambda route: route.abort())
    try:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.mouse.move(300, 300)
        seen.look = page.evaluate(_LOOK, list(own))
    except Error as error:  # the page has gone elsewhere meanwhile
        seen.events.append(f"left: {error.message.splitlines()[0]}")
    context.close()
    return seen


def _note_dialog(dialog: Dialog, seen: Seen) -> None:
    seen.events.append(f"said {dialog.message}")
    dialog.accept()


def _note_navigation(url: str, address: str, seen: Seen) -> None:
    if url.rstrip("/") not in (address.rstrip("/"), "about:blank"):
        seen.events.append(f"went to {url}")


def _alike(url: str) -> str:
    """Return an address without what differs between two pages of the same kind."""
    url = re.sub(r"[0-9a-f]{32}|(?<=feedback/)[^/]+", "ID", url)
    return url if not url.startswith("data:") else "data:"


# What is the page's own, and has to be seen whatever a learner writes.
OF_FEEDBACK = ("h1", "table.summary a", "section.verdict p", "section.question p")
OF_FORMGRADER = (".navbar .breadcrumb", ".panel-title", "input.score", "textarea.comment")


@dataclass
class Counts:
    tried: int = 0
    contained: int = 0


@pytest.fixture(scope="module")
def counts() -> Iterator[Counts]:
    """Count payloads, and write down how many did nothing."""
    counted = Counts()
    yield counted
    write_part("pages", **vars(counted))


# One payload of each kind that a browser acts upon by itself.
SEEN = (
    *("script", "script-src", "img-onerror", "img-src", "svg-onload", "svg-use", "iframe-srcdoc"),
    *("object", "link-style", "style", "style-import", "style-attribute", "overlay", "base"),
    *("meta-refresh", "form-javascript", "link-javascript", "lookalike-verdict", "link-ping"),
)

CONTENT = {"mallory-bundles": len(BUNDLES) + 1, "mallory-file": 1, "mallory-none": 0, NAME: 1} | {
    # In a Markdown cell, two outputs, an error, printed, and returned to the judge.
    student: 6 * len(payloads)
    for student, payloads in groups().items()
}
IDS = ["name" if student == NAME else student for student in CONTENT]


@pytest.fixture(scope="module")
def honest_feedback(browser: Browser, folder: ClassFolder) -> Seen:
    """Return what the feedback page of an honest learner does."""
    seen = watch(browser, folder.feedback()["honest"], OF_FEEDBACK)
    assert seen.holes(seen) == []
    return seen


@pytest.fixture(scope="module")
def honest_submission(browser: Browser, folder: ClassFolder, formgrader: str) -> Seen:
    """Return what formgrader's page of an honest learner does."""
    address = f"{formgrader}submissions/{folder.submissions()['honest']}/"
    seen = watch(browser, address, OF_FORMGRADER)
    assert seen.holes(seen) == []
    return seen


def demand_harmless(student: str, seen: Seen, honest: Seen, counts: Counts) -> None:
    """Make sure that the page of a student does no more than that of an honest one."""
    counts.tried += CONTENT[student]
    if student == "mallory-none":  # no notebook was handed in, so there are no cells to compare
        assert seen.look["active"]["script"] == honest.look["active"]["script"]
        honest = replace(honest, look=seen.look)
    assert seen.holes(honest) == []
    counts.contained += CONTENT[student]


@pytest.mark.parametrize("student", CONTENT, ids=IDS)
def test_a_feedback_page_runs_loads_and_hides_nothing(
    browser: Browser, folder: ClassFolder, honest_feedback: Seen, counts: Counts, student: str
) -> None:
    own = OF_FEEDBACK[:1] if student == "mallory-none" else OF_FEEDBACK
    seen = watch(browser, folder.feedback()[student], own)
    demand_harmless(student, seen, honest_feedback, counts)


@pytest.mark.parametrize("student", CONTENT, ids=IDS)
def test_formgrader_runs_loads_and_hides_nothing(
    browser: Browser,
    folder: ClassFolder,
    formgrader: str,
    honest_submission: Seen,
    counts: Counts,
    student: str,
) -> None:
    own = OF_FORMGRADER[:2] if student == "mallory-none" else OF_FORMGRADER
    address = f"{formgrader}submissions/{folder.submissions()[student]}/"
    demand_harmless(student, watch(browser, address, own), honest_submission, counts)


@pytest.mark.parametrize(
    "page",
    [
        "manage_assignments",
        "manage_submissions/01_tiny",
        "gradebook/01_tiny/01_tiny",
        "manage_students",
        f"manage_students/{quote(NAME)}",
        f"manage_students/{quote(NAME)}/01_tiny",
    ],
    ids=["assignments", "submissions", "gradebook", "students", "student", "assignment"],
)
def test_formgraders_lists_show_names_as_text(
    browser: Browser, formgrader: str, counts: Counts, page: str
) -> None:
    counts.tried += 1
    seen = watch(browser, formgrader + page, ())
    assert seen.look["owned"] == []
    assert seen.events == []
    counts.contained += 1


BLANK, AT = "<!DOCTYPE html><h1>Points</h1>", "http://page.invalid/"


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Seen:
    """Return what a page without a payload does."""
    return watch(browser, AT, ("h1",), BLANK)


@pytest.mark.parametrize("name", SEEN)
def test_the_watch_sees_what_an_unprotected_page_does(
    browser: Browser, blank: Seen, name: str
) -> None:
    # Were it blind, all of the above would pass.
    assert watch(browser, AT, ("h1",), BLANK + named(PAYLOADS[name], name)).holes(blank) != []


def test_grading_by_hand_still_works(
    browser: Browser, folder: ClassFolder, formgrader: str
) -> None:
    page = browser.new_page()
    errors: list[str] = []
    # Without a network MathJax is not there, and nbgrader's page asks for it.
    page.on("pageerror", lambda error: "MathJax" in str(error) or errors.append(str(error)))
    address = f"{formgrader}submissions/{folder.submissions()[NAME]}/"
    page.goto(address)
    page.wait_for_load_state("networkidle")
    shown = page.locator(".live-notebook a.name-shown")
    expect(shown).to_be_hidden()
    page.locator("span.name-hidden").click()
    expect(shown).to_be_visible()
    expect(shown).to_have_text(NAME)
    score = page.locator("#why-twice")
    with page.expect_response(lambda response: response.request.method == "PUT") as saved:
        score.fill("1.5")
        score.blur()
    assert saved.value.ok
    page.reload()
    expect(page.locator("#why-twice")).to_have_value("1.5")
    assert errors == []
    page.close()
