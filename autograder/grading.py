"""Grades one submission: runs it in a warm kernel, and has the judge ask it at its check cells.

`grade_submission` is a function of the submission, the assignment and the worker's `Bench`; it
knows no database, and nothing is kept from one submission to the next.
"""

import contextlib
import copy
import html
import json
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from autograder.bridge import RemoteNotebook
from autograder.execution import KernelEnded, NotebookRunner, Patience
from autograder.handed_in import Files, HandedIn, deliver
from autograder.held_digits import load_held_digits
from autograder.judge import Judge
from autograder.provisioner import use_zygote
from autograder.reference import Reference, SharedAnswers
from autograder.safe_html import make_outputs_harmless
from autograder.sandbox import ZygoteAddress
from autograder.submission import (
    Submission,
    UnreadableSubmission,
    grade_id,
    is_experiment,
    read_submission,
)
from autograder.verdict_text import verdict_text
from course import probes
from course.errors import NoAnswer, NotebookError
from course.notebook import LocalNotebook, Notebook
from course.pytest_plugin import Asked
from course.verdict import Verdict

_REMARKS = "remarks"
# What authors try is known to end: a busy machine must not make a slow answer a wrong one.
_PATIENT_SECONDS = 60.0


@dataclass(frozen=True)
class Assignment:
    """An assignment, as a grader needs it. Plain data, so that it can be sent to a worker.

    Attributes:
        name: such as ``"04_prepare"``.
        source: the author's notebook with nbgrader's metadata and the solutions, as JSON.
        checks: the path of its check module.
        files: what is handed in beside the notebook, by name, as the solved notebook has it.
    """

    name: str
    source: str
    checks: Path
    files: Mapping[str, bytes] = field(default_factory=dict)

    def notebook(self) -> NotebookNode:
        """Return a fresh copy of the author's notebook."""
        return copy.deepcopy(_parsed(self.source))

    def questions(self) -> dict[str, str]:
        """Return the questions that the judge asks, by the ids of their check cells."""
        return {
            cell.metadata.nbgrader.grade_id: _question(cell.metadata.nbgrader.grade_id)
            for cell in _parsed(self.source).cells
            if cell.metadata.get("nbgrader", {}).get("grade")
        }

    def solution(self, exercise: str) -> str:
        """Return the cell of an exercise with its solution."""
        cells = _parsed(self.source).cells
        return str(next(cell.source for cell in cells if grade_id(cell) == exercise))


@cache
def _parsed(source: str) -> NotebookNode:
    return nbformat.reads(source, as_version=4)


@dataclass(frozen=True)
class Graded:
    """What grading a submission found.

    Attributes:
        verdicts: one for each question of the assignment, in its order.
        notebook: the notebook as it was run, with outputs and verdicts, as JSON.
        remarks: what its owner should know besides: odd cells, a kernel that died.
        seconds: how long it took.
        final: False if it was a fault of ours that it could not be graded.
    """

    verdicts: tuple[Verdict, ...]
    notebook: str
    remarks: tuple[str, ...] = ()
    seconds: float = 0.0
    final: bool = True

    def with_remark(self, remark: str) -> "Graded":
        """Return the same result with one more remark, for its owner to see."""
        remarks = (*self.remarks, remark)
        notebook = nbformat.reads(self.notebook, as_version=4)
        notebook.cells = [cell for cell in notebook.cells if cell.id != _REMARKS]
        notebook.cells.insert(0, _remarks_cell(remarks))
        return replace(self, remarks=remarks, notebook=_as_json(notebook))

    def losses(self) -> list[dict[str, Any]]:
        """Return what was lost, as plain data: question, points and reason; a reason once."""
        points: dict[tuple[str, str], int] = {}
        for verdict in self.verdicts:
            for check in verdict.checks:
                if not check.passed:
                    key = verdict.question, check.message
                    points[key] = points.get(key, 0) + check.points
        return [
            {"question": question, "points": lost, "reason": reason}
            for (question, reason), lost in points.items()
        ]

    @property
    def earned(self) -> int:
        """Points earned automatically."""
        return sum(verdict.earned for verdict in self.verdicts)

    @property
    def points(self) -> int:
        """Points that can be earned automatically."""
        return sum(verdict.points for verdict in self.verdicts)


class Bench:
    """A worker's context: the collected checks, and a solved notebook for each assignment.

    Args:
        zygote: where kernels come from.
        assignments: what will be graded here.
        held_digits: an instructor's file to test handed-in models on, see `load_held_digits`.
        patience: how long a submission is waited for, if not as long as usual.
    """

    def __init__(
        self,
        zygote: ZygoteAddress,
        assignments: Iterable[Assignment],
        held_digits: Path | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.patience = patience
        self._zygote = zygote
        self._held_digits = held_digits
        self._assignments = {assignment.name: assignment for assignment in assignments}
        self._references: dict[str, Reference] = {}
        self._open = contextlib.ExitStack()

    def __enter__(self) -> Self:
        use_zygote(self._zygote)
        self._answers = SharedAnswers(Path(self._zygote.answers))
        modules = [assignment.checks for assignment in self._assignments.values()]
        self.judge = self._open.enter_context(Judge(modules))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def assignment(self, name: str) -> Assignment:
        """Return the assignment called `name`."""
        return self._assignments[name]

    def prepare(self, assignment: Assignment) -> None:
        """Have the reference answer all that checks ask it, once for all workers."""
        with self._answers.once(assignment.name) as is_first:
            if is_first:
                with contextlib.ExitStack() as kernel:
                    reference = self._reference(assignment, kernel)
                    asked = Asked(reference, reference, _Nobody({}))
                    for question in assignment.questions().values():
                        self.judge.ask(question, asked)

    def ask(
        self,
        question: str,
        learner: Notebook,
        handed_in: Notebook,
        assignment: Assignment,
        seed: int = 0,
    ) -> Verdict:
        """Have the judge ask a notebook; should the reference fail, once more with a new one."""
        held_digits = load_held_digits(self._held_digits) if assignment.files else None
        asked = Asked(learner, self.reference(assignment), handed_in, held_digits, seed)
        verdict = self.judge.ask(question, asked)
        if self.reference(assignment).failed:
            del self._references[assignment.name]
            asked = replace(asked, reference=self.reference(assignment))
            verdict = self.judge.ask(question, asked)
        return verdict

    def reference(self, assignment: Assignment) -> Reference:
        """Return the solved notebook of an assignment; it is run when an answer is missing."""
        if assignment.name not in self._references:
            self._references[assignment.name] = self._reference(assignment, self._open)
        return self._references[assignment.name]

    def _reference(self, assignment: Assignment, kernels: contextlib.ExitStack) -> Reference:
        def run() -> Notebook:
            notebook = assignment.notebook()
            runner = NotebookRunner(notebook)
            kernels.enter_context(runner.setup_kernel())
            for index, cell in enumerate(notebook.cells):
                if _is_authored(cell):
                    runner.run_cell(index)
            return kernels.enter_context(RemoteNotebook.of(runner))

        return Reference(run, self._answers, assignment.name)


def grade_submission(
    data: bytes, assignment: Assignment, bench: Bench, files: Files | None = None
) -> Graded:
    """Grade the bytes of one submitted notebook, and the files that were handed in beside it.

    Whatever the submission is or does, this returns; a point is earned only by a check that ran
    and held.
    """
    began = time.monotonic()
    try:
        submission = read_submission(data, assignment.notebook())
    except UnreadableSubmission as error:
        return ungraded(assignment, bench, str(error))
    graded = _Grading(assignment, bench, submission, files or {}).run()
    return replace(graded, seconds=time.monotonic() - began)


def judge_exercise(
    exercise: str, source: str, assignment: Assignment, bench: Bench, *, seed: int = 0
) -> Verdict:
    """Judge one exercise of the solved notebook with another source in its cell.

    What that cell makes of the files in its folder counts as handed in.

    Args:
        exercise: its name.
        source: what stands in its cell instead of the solution.
        seed: set before the first cell; 0 leaves the kernel's own.
    """
    notebook = assignment.notebook()
    for cell in notebook.cells:
        if grade_id(cell) == exercise:
            cell.source = source
    if seed:
        seeding = f"import course.randomness; course.randomness.set_seed({seed})"
        notebook.cells.insert(0, new_code_cell(seeding))
    bench.prepare(assignment)
    runner = NotebookRunner(notebook)
    with runner.setup_kernel(), RemoteNotebook.of(runner, _PATIENT_SECONDS) as learner:
        deliver(assignment.files, learner)
        for index, cell in enumerate(notebook.cells):
            if _question(grade_id(cell) or "") == exercise and not _is_run(cell):
                break
            is_seeding = bool(seed) and index == 0
            if (_is_authored(cell) or is_seeding) and learner.broken is None:
                try:
                    runner.run_cell(index)
                except KernelEnded as error:
                    learner.broken = str(error)
        with HandedIn(_files_of(learner, assignment)) as handed_in:
            return bench.ask(exercise, learner, handed_in, assignment, seed)


def _files_of(notebook: RemoteNotebook, assignment: Assignment) -> Files:
    """Return the files of an assignment as they are in a kernel's folder."""
    found: dict[str, bytes] = {}
    for name in assignment.files:
        with contextlib.suppress(NotebookError):  # a kernel that has ended hands nothing in
            content = notebook.ask(probes.read_file, name)
            if isinstance(content, bytes):
                found[name] = content
    return found


def ungraded(assignment: Assignment, bench: Bench, reason: str) -> Graded:
    """Return what is recorded for a submission that could not be run: no points, and the reason."""
    verdicts = tuple(_lost(bench, name, reason) for name in assignment.questions().values())
    cell = new_markdown_cell(html.escape(reason, quote=False), id="reason")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    return Graded(verdicts, _as_json(notebook), (reason,))


class _Grading:
    """The grading of one submission, from its first cell to its last."""

    def __init__(
        self, assignment: Assignment, bench: Bench, submission: Submission, files: Files
    ) -> None:
        self._assignment = assignment
        self._bench = bench
        self._notebook = submission.notebook
        self._files = files
        self._remarks = list(submission.remarks)
        self._verdicts: dict[str, Verdict] = {}
        self._ended: str | None = None
        self._prepared = False

    def run(self) -> Graded:
        questions = self._assignment.questions()
        runner = NotebookRunner(self._notebook, self._bench.patience)
        with (
            runner.setup_kernel(),
            RemoteNotebook.limited(runner) as learner,
            HandedIn(self._files, self._bench.patience) as handed_in,
        ):
            deliver(self._files, learner)
            for index, cell in enumerate(self._notebook.cells):
                name = grade_id(cell)
                if name in questions:
                    self._prepare(runner)
                    learner.broken = learner.broken or self._ended
                    self._judge(name, questions[name], cell, learner, handed_in)
                elif _is_run(cell) and self._ended is None:
                    self._run_cell(runner, index)
                    if name is not None and (error := _error_of(cell)):
                        learner.failed_cells[name] = error
        for name, question in questions.items():
            if name not in self._verdicts:
                self._verdicts[name] = _lost(
                    self._bench,
                    question,
                    f'The check cell `check("{question}")` is missing from the notebook, so there '
                    "was nothing to grade. Put it back and hand the notebook in again.",
                )
                self._put_back(name)
        make_outputs_harmless(self._notebook)
        if self._remarks:
            self._notebook.cells.insert(0, _remarks_cell(self._remarks))
        return Graded(
            tuple(self._verdicts[name] for name in questions),
            _as_json(self._notebook),
            tuple(self._remarks),
        )

    def _put_back(self, name: str) -> None:
        """Put a missing check cell behind its exercise: reasons are read where a verdict stands."""
        cell = next(one for one in self._assignment.notebook().cells if grade_id(one) == name)
        _show(self._verdicts[name], cell)
        exercise = _question(name)
        places = [i for i, one in enumerate(self._notebook.cells) if grade_id(one) == exercise]
        self._notebook.cells.insert(places[0] + 1 if places else len(self._notebook.cells), cell)

    def _prepare(self, runner: NotebookRunner) -> None:
        """Have the reference ready, at no cost of the learner's time."""
        if not self._prepared:
            began = time.monotonic()
            self._bench.prepare(self._assignment)
            runner.extend_deadline(time.monotonic() - began)
            self._prepared = True

    def _run_cell(self, runner: NotebookRunner, index: int) -> None:
        cell = self._notebook.cells[index]
        try:
            runner.run_cell(index)
        except KernelEnded as error:
            self._ended = str(error)
            self._remarks.append(f"The notebook was stopped: {error}")
            cell.outputs.append(_stopped(str(error)))
        seconds = cell.metadata.pop("interrupted_after", None)
        if seconds is not None:
            self._remarks.append(
                f"The cell {_name_for_people(cell, index)} ran for more than {seconds} seconds "
                "and was interrupted."
            )

    def _judge(
        self,
        name: str,
        question: str,
        cell: NotebookNode,
        learner: RemoteNotebook,
        handed_in: HandedIn,
    ) -> None:
        verdict = self._bench.ask(question, learner, handed_in, self._assignment)
        if learner.broken and self._ended is None:
            self._ended = learner.broken
            self._remarks.append(f"The notebook was stopped: {learner.broken}")
        self._verdicts[name] = verdict
        _show(verdict, cell)


def _as_json(notebook: NotebookNode) -> str:
    """Return a notebook as JSON. Every part of it is ours or was checked when it came in."""
    return json.dumps(notebook, ensure_ascii=False)


def _question(check_id: str) -> str:
    return check_id.removeprefix("check-")


def _is_run(cell: NotebookNode) -> bool:
    is_check = cell.metadata.get("nbgrader", {}).get("grade", False)
    return cell.cell_type == "code" and not is_check and not is_experiment(cell)


def _is_authored(cell: NotebookNode) -> bool:
    """Tell whether an author's cell defines something that checks can ask for.

    Free cells only show what the exercises do, and an exercise may not lean on them.
    """
    return _is_run(cell) and grade_id(cell) is not None


def _show(verdict: Verdict, cell: NotebookNode) -> None:
    """Put a verdict into its check cell: as text, and as data for the feedback page."""
    cell.outputs = [new_output("display_data", {"text/plain": verdict_text(verdict)})]
    checks = [asdict(check) | {"message": reason} for check, reason in verdict.explained()]
    cell.metadata["autograder"] = {"checks": checks}


def _remarks_cell(remarks: Iterable[str]) -> NotebookNode:
    """Return a cell that tells the learner, above everything else, what was odd."""
    lines = "\n".join(f"- {html.escape(remark)}" for remark in remarks)
    return new_markdown_cell(f"**When this notebook was graded:**\n\n{lines}", id=_REMARKS)


def _stopped(reason: str) -> NotebookNode:
    return new_output("error", ename="Stopped", evalue=reason, traceback=[f"Stopped: {reason}"])


def _error_of(cell: NotebookNode) -> str:
    """Return the error with which a cell ended, in a few words; "" if it did not."""
    for output in cell.outputs:
        if output.output_type == "error":
            # IPython names the file of a cell by a number that tells a learner nothing.
            said = re.sub(r"\(\d+\.py, line (\d+)\)", r"(line \1)", str(output.get("evalue", "")))
            message = said.strip().splitlines()
            return ": ".join([str(output.get("ename", "an error")), *message[:1]])[:300]
    return ""


def _name_for_people(cell: NotebookNode, index: int) -> str:
    name = grade_id(cell)
    return f"`{name}`" if name else f"number {index + 1}"


def _lost(bench: Bench, question: str, reason: str) -> Verdict:
    """Return a verdict that earns nothing, for one reason."""
    verdict = bench.judge.ask(question, Asked(_Nobody({}), handed_in=_Nobody({})))
    checks = tuple(replace(check, passed=False, message=reason) for check in verdict.checks)
    return replace(verdict, checks=checks)


class _Nobody(LocalNotebook):
    """A notebook that answers nothing."""

    def call(self, *_: object) -> None:
        raise NoAnswer("there was nobody to ask.")

    def ask(self, *_: object, **__: object) -> None:
        raise NoAnswer("there was nobody to ask.")
