"""Packs the lessons' quizzes for a learning platform: `make quizzes`.

One QTI archive for each lesson, made by mkdocs-quiz from the same questions that the pages ask. Its
text is rendered here, since platforms show HTML and no Markdown. QTI 1.2 has one explanation for a
question; ours, which has one for each option, lists them.
"""

import re
import sys
from pathlib import Path

from markdown import markdown
from mkdocs_quiz.qti.extractor import extract_quizzes_from_file
from mkdocs_quiz.qti.models import Quiz, QuizCollection
from mkdocs_quiz.qti.qti12 import QTI12Exporter

LESSONS = Path(__file__).resolve().parents[2] / "site" / "lessons"
_FIRST_PART = re.compile(r"^## .*\{#before-you-run\}$(.*?)^<quiz>", re.DOTALL | re.MULTILINE)
_MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def export(lesson: Path, folder: Path) -> Path:
    """Write the questions of a lesson as a QTI 1.2 archive; return its path.

    Raises:
        ValueError: the lesson has no quiz.
    """
    quizzes = extract_quizzes_from_file(lesson)
    if not quizzes:
        raise ValueError(f"{lesson} has no quiz.")
    text = lesson.read_text(encoding="utf-8")
    quizzes[0].question = f"{before_the_first(text)}\n\n{quizzes[0].question}"
    for quiz in quizzes:
        _render(quiz)
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    collection = QuizCollection(title=title[1] if title else lesson.stem, quizzes=quizzes)
    folder.mkdir(parents=True, exist_ok=True)
    return QTI12Exporter(collection).export_to_zip(folder / f"{lesson.stem}.zip")


def before_the_first(text: str) -> str:
    """Return what a lesson says before its first question, which that question refers to."""
    found = _FIRST_PART.search(text)
    return _without_what_needs_the_page(found[1]).strip() if found else ""


def _render(quiz: Quiz) -> None:
    quiz.question = _html(quiz.question)
    reasons = []
    for answer in quiz.answers:
        answer.text = _inline(answer.text)
        sign = "Right" if answer.is_correct else "Not this one"
        reasons.append(f"<li>{answer.text}: {sign}. {_inline(answer.feedback or '')}</li>")
    quiz.content = f"<ul>{''.join(reasons)}</ul>"


def _html(text: str) -> str:
    html: str = markdown(_without_what_needs_the_page(text), extensions=["fenced_code", "tables"])
    return html


def _inline(text: str) -> str:
    return _html(text).removeprefix("<p>").removesuffix("</p>")


def _without_what_needs_the_page(text: str) -> str:
    """Leave out figures, and of links to other paragraphs all but their words."""
    return _LINK.sub(r"\1", _MACRO.sub("", text))


def main() -> None:
    """Write an archive for every lesson into the folder that is named, or `build/quizzes`."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/quizzes")
    for lesson in sorted(LESSONS.glob("*.md")):
        print(export(lesson, folder))


if __name__ == "__main__":
    main()
