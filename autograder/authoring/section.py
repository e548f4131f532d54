"""A section as its author wrote it: the script and the checks, and that the two agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from autograder.authoring.check_module import CheckModule, read_check_module
from autograder.authoring.error import AuthoringError
from autograder.authoring.notebook import read_script, source_notebook
from autograder.authoring.percent_script import Kind, Script
from autograder.authoring.regions import is_handed_out_solved
from autograder.authoring.run_times import with_run_time
from autograder.authoring.setup_cell import configured_repo_url, with_setup_cell


@dataclass(frozen=True)
class Section:
    """One assignment."""

    script: Script
    checks: CheckModule

    @property
    def name(self) -> str:
        """The assignment's name, `04_prepare`."""
        return self.script.name

    @property
    def points(self) -> int:
        """What its exercises are worth, graded by the checks."""
        return sum(self.checks.points.values())

    @property
    def question_points(self) -> float:
        """What its questions are worth, graded by hand."""
        return sum(cell.points or 0 for cell in self.script.of_kind(Kind.QUESTION))

    @property
    def hands_in(self) -> tuple[str, ...]:
        """The files that learners hand in beside the notebook."""
        return tuple(cell.hands_in for cell in self.script.cells if cell.hands_in)

    def source_notebook(self) -> NotebookNode:
        """Return nbgrader's source notebook, which is also the solved notebook."""
        return source_notebook(self.script, self.checks.points)


def read_section(script: Path, checks_dir: Path) -> Section:
    """Read a script and the check module of its name.

    Raises:
        AuthoringError: one of them cannot be released, or an exercise and its question do not
            meet.
    """
    section = Section(
        with_run_time(with_setup_cell(read_script(script), configured_repo_url(script))),
        read_check_module(checks_dir / f"test_{script.stem}.py"),
    )
    exercises = {cell.name: cell for cell in section.script.of_kind(Kind.EXERCISE)}
    questions = {question.name: question for question in section.checks.questions}
    for name, question in questions.items():
        if name not in exercises:
            raise AuthoringError(
                section.checks.path,
                question.line,
                f'question "{name}" has no exercise. Add `# %% exercise="{name}"` to '
                f"{script.name}, or correct the name.",
            )
    for name, exercise in exercises.items():
        if name not in questions:
            raise AuthoringError(
                script,
                exercise.line,
                f'exercise "{name}" has no question. Add a class marked '
                f'`@pytest.mark.question("{name}")` to {section.checks.path.name}.',
            )
        if is_handed_out_solved(exercise.source) and questions[name].points:
            raise AuthoringError(
                script,
                exercise.line,
                f'exercise "{name}" has no solution region. Put the part that learners write '
                "between `### BEGIN SOLUTION` and `### END SOLUTION`; only a warm-up that is worth "
                "0 points is handed out solved.",
            )
    return section


def read_sections(scripts: Iterable[Path], checks_dir: Path) -> list[Section]:
    """Read several sections, in order of their names.

    Raises:
        AuthoringError: as `read_section`; or two exercises of the course share a name.
    """
    sections = [read_section(script, checks_dir) for script in sorted(scripts)]
    homes: dict[str, Path] = {}
    for section in sections:
        for cell in section.script.of_kind(Kind.EXERCISE):
            if cell.name in homes:
                raise AuthoringError(
                    section.script.path,
                    cell.line,
                    f'exercise "{cell.name}" stands in {homes[cell.name].name} already. Names are '
                    f'unique in the whole course, since `check("{cell.name}")` names no section.',
                )
            homes[cell.name] = section.script.path
    return sections
