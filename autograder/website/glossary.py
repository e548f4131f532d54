"""Terms that explain themselves: the glossary page, and the terms of a lesson as links to it.

MkDocs loads this file as a hook. A term that an earlier lesson has defined becomes a link, once in
each part of a lesson, and carries its definition; `javascripts/glossary.js` shows that to whoever
points at the link or reaches it with the keyboard. Without scripts it is a link to the glossary.
"""

import html
import posixpath
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

SOURCE = Path(__file__).with_name("glossary.toml")
PAGE = "glossary.md"
_LESSON = re.compile(r"lessons/(\d\d-[a-z-]+)\.md")
_TAG = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
# What is no running text, or has a meaning of its own for a reader who points at it.
_LEFT_ALONE = frozenset(
    "a abbr button code form h1 h2 h3 h4 label pre script style summary svg th".split()
)


@dataclass(frozen=True)
class Term:
    """A term of the course.

    Attributes:
        name: as the glossary lists it.
        forms: other ways in which it is written, such as its plural.
        lesson: the lesson and the paragraph that define it, such as ``"05-build#network"``.
        text: the definition, one or two sentences.
    """

    name: str
    lesson: str
    text: str
    forms: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Where it stands on the glossary page."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    @property
    def number(self) -> int:
        """The number of the lesson that defines it."""
        return int(self.lesson[:2])


@cache
def load(source: Path = SOURCE) -> tuple[Term, ...]:
    """Read the terms, in the order in which the lessons define them."""
    terms = tomllib.loads(source.read_text(encoding="utf-8"))["term"]
    return tuple(Term(**{**term, "forms": tuple(term.get("forms", ()))}) for term in terms)


@cache
def finder(terms: tuple[Term, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any form of any of the terms, the longest first."""
    forms = sorted((form for term in terms for form in (term.name, *term.forms)), key=len)
    # Lines are broken anywhere between words.
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in reversed(forms))
    # A hyphen makes another word: "softmax-like" would not be meant.
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def term_of(form: str, terms: tuple[Term, ...]) -> Term:
    """Return the term that is written in this form, in whatever case."""
    wanted = " ".join(form.split()).casefold()
    return next(
        term for term in terms if wanted in {one.casefold() for one in (term.name, *term.forms)}
    )


def page_markup(terms: tuple[Term, ...]) -> str:
    """Return the list of all terms, by alphabet, each with a link to the lesson that defines it."""
    items = []
    for term in sorted(terms, key=lambda term: term.name.casefold()):
        lesson, _, paragraph = term.lesson.partition("#")
        items.append(
            f'<div class="entry" id="{term.anchor}" markdown="span"><dt>{html.escape(term.name)}'
            f'</dt><dd markdown="span">{html.escape(term.text, quote=False)} '
            f"[Lesson&nbsp;{lesson[:2]}](lessons/{lesson}.md#{paragraph})</dd></div>"
        )
    return "\n".join(['<dl class="glossary" markdown>', *items, "</dl>"])


def explain(page_html: str, terms: tuple[Term, ...], glossary: str) -> str:
    """Make each term a link that carries its definition, once in each part of a page.

    Args:
        page_html: what Markdown made of the page.
        terms: those to explain.
        glossary: the address of the glossary page, as seen from this page.
    """
    if not terms:
        return page_html
    pattern, seen, depth = finder(terms), set[str](), 0

    def link(match: re.Match[str]) -> str:
        term = term_of(match[0], terms)
        if term.name in seen:
            return match[0]
        seen.add(term.name)
        return (
            f'<a class="term" href="{glossary}#{term.anchor}" title="{html.escape(term.text)}">'
            f"{match[0]}</a>"
        )

    pieces = []
    for piece in _TAG.split(page_html):
        name = _NAME.match(piece)
        if name is not None:
            tag = name[1].lower()
            if tag == "h2":
                seen.clear()
            if tag in _LEFT_ALONE and not piece.endswith("/>"):
                depth += -1 if piece.startswith("</") else 1
        elif depth == 0 and not piece.startswith("<"):
            piece = pattern.sub(link, piece)
        pieces.append(piece)
    return "".join(pieces)


def on_page_content(page_html: str, page: "Page", **_: Any) -> str:
    """Explain the terms of a lesson that earlier lessons have defined; called by MkDocs."""
    lesson = _LESSON.fullmatch(page.file.src_uri)
    if lesson is None:
        return page_html
    known = tuple(term for term in load() if term.number < int(lesson[1][:2]))
    depth = page.url.rstrip("/").count("/") + page.url.endswith("/")
    url = "glossary/" if page.url.endswith("/") else "glossary.html"
    return explain(page_html, known, posixpath.join(*[".."] * depth, url))
