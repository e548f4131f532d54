"""The `autograder` command: release, grade, verify, mutate, feedback, report, export, demo."""

import errno
import json
import logging
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

app = typer.Typer(
    help="Release notebooks, grade a class in a sandbox, and say why each point was lost.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# A pipe has no width of its own, and reasons are sentences.
_PIPED_WIDTH = 110
out = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH)
err = Console(stderr=True, width=None if sys.stderr.isatty() else _PIPED_WIDTH)

# Kinds of characters, as Unicode has them, and those that turn the direction of writing.
_COMMANDS = ("Cc", "Cs", "Zl", "Zp")
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SANDBOXES = ("bubblewrap", "none")
# What people can mend themselves is said in a sentence; anything else is a bug, with a traceback.
_FORESEEABLE = (
    "AuthoringError",
    "ChecksError",
    "DemoError",
    "FeedbackError",
    "GradebookError",
    "HeldDigitsError",
    "InputsError",
    "LateRuleError",
    "NothingToGrade",
    "RehearsalError",
    "SandboxError",
    "UnknownAssignment",
    "UnreadableSubmission",
)

Names = Annotated[list[str] | None, typer.Argument(help="Assignments; all if none are named.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Workers = Annotated[
    int | None, typer.Option(help="Worker processes; one more than there are cores by default.")
]
Sandbox = Annotated[
    str,
    typer.Option(help="`bubblewrap`, or `none` for notebooks whose code you trust."),
]
Database = Annotated[
    str | None,
    typer.Option("--db", help="nbgrader's gradebook; gradebook.db in the class folder by default."),
]
ClassFolder = Annotated[
    Path, typer.Argument(help="The folder with `submitted`, `autograded` and gradebook.db.")
]


def main() -> None:
    """Run the command line; faults that can be foreseen end in a sentence, not in a traceback."""
    if sys.platform == "win32":
        # Said before anything of ours is imported that Windows does not have.
        sys.exit("The autograder needs Linux: on Windows, run it in WSL2. Notebooks work anywhere.")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    try:
        app()
    except Exception as error:
        if type(error).__name__ not in _FORESEEABLE and not isinstance(error, OSError):
            raise
        err.print(f"[red]{_sentence(error)}[/red]", highlight=False, soft_wrap=True)
        sys.exit(1)


def _sentence(error: Exception) -> str:
    from rich.markup import escape

    if isinstance(error, OSError) and error.filename:
        kept = " Make room and run the same command again: what was done before is kept."
        no_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return escape(f"{error.filename}: {error.strerror}.{kept if no_room else ''}")
    return escape(str(error))


@app.command()
def release(names: Names = None) -> None:
    """Make the learners' notebooks from the authors' scripts.

    Example: autograder release 04_prepare
    """
    from autograder import repository
    from autograder.authoring.release import release as make

    chosen = [repository.script_path(a.name) for a in repository.load_assignments(names or ())]
    for made in make(chosen, repository.CHECKS, repository.EXERCISES, repository.BUILD):
        out.print(f"released {_relative(made.notebook)}")


@app.command()
def grade(
    submitted: Annotated[
        Path, typer.Argument(help="A class in nbgrader's layout, or a single notebook.")
    ],
    assignment: Annotated[
        list[str] | None, typer.Option(help="Only these assignments; may be repeated.")
    ] = None,
    student: Annotated[str | None, typer.Option(help="Only this student.")] = None,
    workers: Workers = None,
    regrade: Annotated[bool, typer.Option(help="Grade again what has not changed.")] = False,
    sandbox: Sandbox = "bubblewrap",
    dask: Annotated[str | None, typer.Option(help="Grade on this Dask scheduler.")] = None,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Grade a class into nbgrader's gradebook, or print the result of a single notebook.

    The gradebook and the graded notebooks are written beside the submitted folder.

    Example: autograder grade submitted

    Example: autograder grade 04_prepare.ipynb
    """
    from autograder import repository
    from autograder.workers import Workplace

    if sandbox not in SANDBOXES:
        raise typer.BadParameter(f"choose one of {', '.join(SANDBOXES)}", param_hint="--sandbox")
    if sandbox == "none":
        err.print("[yellow]No sandbox: submissions run with all your rights.[/yellow]")
    assignments = repository.load_assignments(assignment or ())
    if submitted.suffix == ".ipynb" or submitted.is_file():
        _grade_notebook(submitted, assignments, sandbox, as_json)
        return
    from autograder.classroom import find_submissions

    found = find_submissions(submitted, assignments, student=student, warn=_warn)
    from autograder.class_run import run_class
    from autograder.held_digits import in_class_folder

    course = submitted.resolve().parent
    workplace = Workplace(
        assignments,
        workers=workers,
        isolated=sandbox != "none",
        dask=dask,
        held_digits=in_class_folder(course),
    )
    result = run_class(
        found, workplace, course, db or default_db(course), regrade=regrade, progress=_progress
    )
    if as_json:
        print(json.dumps(result.records, indent=2, ensure_ascii=False))
        return
    show_records(result.records)
    out.print(
        f"{result.graded} graded, {result.unchanged} unchanged since they were graded. "
        f"Gradebook: {db or _relative(course / 'gradebook.db')}, "
        f"notebooks: {_relative(course / 'autograded')}"
    )


def _grade_notebook(path: Path, assignments: Any, sandbox: str, as_json: bool) -> None:
    from autograder.class_run import grade_one
    from autograder.verdict_text import verdict_text

    name, graded = grade_one(path, assignments, isolated=sandbox != "none")
    if as_json:
        print(
            json.dumps(
                {
                    "assignment": name,
                    "score": graded.earned,
                    "max_score": graded.points,
                    "lost": graded.losses(),
                    "remarks": list(graded.remarks),
                },
                indent=2,
                ensure_ascii=False,
            )
        )
        return
    for remark in graded.remarks:
        out.print(f"! {_for_terminal(remark)}", markup=False, highlight=False)
    for verdict in graded.verdicts:
        out.print(_for_terminal(verdict_text(verdict)), markup=False, highlight=False)
    out.print(f"{name}: {graded.earned} of {graded.points} points, before what is graded by hand")


@app.command()
def verify(
    names: Names = None,
    as_json: AsJson = False,
    workers: Workers = None,
    seeds: Annotated[int, typer.Option(min=1, help="Runs with different seeds.")] = 1,
    write: Annotated[
        bool, typer.Option(help="Write each section's result to site/verified.json.")
    ] = False,
) -> None:
    """Prove the checks: stubs earn nothing, solutions and variants all, mistakes are named.

    Example: autograder verify 04_prepare
    """
    from autograder import repository
    from autograder.verify import joined, publish
    from autograder.verify import verify as prove

    assignments = repository.load_assignments(names or ())
    if write:
        # One by one: what an hour has shown is kept if the next one is interrupted.
        reports = []
        for one in assignments:
            reports.append(prove((one,), workers=workers, seeds=seeds, progress=_progress))
            publish(one.name, reports[-1], repository.VERIFIED)
        report = joined(reports)
    else:
        report = prove(assignments, workers=workers, seeds=seeds, progress=_progress)
    if as_json:
        print(json.dumps(report.as_data(), indent=2, ensure_ascii=False))
    else:
        _show_verification(report)
    raise typer.Exit(1 if report.failures else 0)


def _show_verification(report: Any) -> None:
    table = Table(title="Do the checks hold?")
    for column in ("exercise", "stub", "solution", "mistakes named", "variants accepted"):
        table.add_column(column, justify="left" if column == "exercise" else "right")
    for row in report.rows:
        table.add_row(
            f"{row.assignment} {row.exercise}",
            f"{row.stub_points}",
            f"{row.solution_points}/{row.points}",
            f"{row.mistakes_named}/{row.mistakes}",
            f"{row.variants_accepted}/{row.variants}",
        )
    out.print(table)
    if report.spreads:
        out.print(_chance_table(report))
    for failure in report.failures:
        out.print(f"✗ {failure}", style="red", markup=False, highlight=False)
    if not report.failures:
        out.print("Every check holds: wrong answers are named, right answers pass.")


@app.command()
def rehearse(
    names: Names = None,
    write: Annotated[bool, typer.Option(help="Write what it took to solutions/.")] = False,
) -> None:
    """Run solved notebooks from top to bottom, experiments and checks included.

    Example: autograder rehearse 04_prepare
    """
    from autograder import repository
    from autograder.rehearsal import rehearse as run
    from autograder.rehearsal import write_run_times

    for assignment in repository.load_assignments(names or ()):
        seconds = run(assignment).seconds
        out.print(f"{assignment.name}: {seconds:.0f} s")
        if write:
            write_run_times({assignment.name: seconds})


def _chance_table(report: Any) -> Table:
    """Show how far what checks measure stays from their thresholds."""
    runs = "1 seed" if report.seeds == 1 else f"{report.seeds} seeds"
    table = Table(title=f"What depends on chance, on right answers, {runs}")
    columns = ("exercise", "quantity", "runs", "worst", "1st percentile", "threshold", "distance")
    for column in columns:
        table.add_column(column, justify="left" if column in columns[:2] else "right")
    for spread in report.spreads:
        table.add_row(
            f"{spread.assignment} {spread.exercise}",
            spread.quantity,
            str(spread.runs),
            f"{spread.worst:.4g}",
            f"{spread.percentile:.4g}",
            f"{spread.threshold:g}",
            f"{spread.distance:.1f} sd",
        )
    return table


@app.command()
def mutate(
    names: Names = None,
    as_json: AsJson = False,
    workers: Workers = None,
) -> None:
    """Change one thing in each solution, many times over, and count what the checks catch.

    Example: autograder mutate 04_prepare
    """
    from autograder import repository
    from autograder.mutation.campaign import mutate as campaign

    assignments = repository.load_assignments(names or ())
    report = campaign(assignments, workers=workers, progress=_progress)
    if as_json:
        print(json.dumps(report.as_data(), indent=2, ensure_ascii=False))
    else:
        _show_mutation(report)
    raise typer.Exit(1 if report.failures else 0)


def _show_mutation(report: Any) -> None:
    from autograder.mutation.campaign import Fate

    table = Table(title="Do the checks catch what was changed in a solution?")
    columns = ("section", "mutants", "do something else", "caught by visible", "caught", "accepted")
    for column in columns:
        table.add_column(column, justify="left" if column == "section" else "right")
    for row in (*report.rows, report.total):
        table.add_row(
            row.assignment,
            str(row.mutants),
            str(row.changing),
            f"{row.caught_by_visible} ({row.share(row.caught_by_visible):.1%})",
            f"{row.caught} ({row.share(row.caught):.1%})",
            str(row.accepted),
        )
    out.print(table)
    for one in report.of_fate(Fate.ACCEPTED):
        out.print(f"accepted: {one}\n    {report.reason(one)}", markup=False, highlight=False)
    for one in report.of_fate(Fate.SURVIVED):
        out.print(f"survived: {one}", style="yellow", markup=False, highlight=False)
    for failure in report.failures:
        out.print(f"✗ {failure}", style="red", markup=False, highlight=False)


@app.command()
def feedback(course: ClassFolder = Path(), db: Database = None) -> None:
    """Write a feedback page for everyone who was graded.

    Example: autograder feedback .
    """
    from autograder import repository
    from autograder.feedback import make_feedback

    course = course.resolve()
    pages = make_feedback(course, repository.assignment_names(), db or default_db(course))
    if not pages:
        raise typer.BadParameter(f"nothing is graded in {course}", param_hint="COURSE")
    out.print(f"{len(pages)} feedback pages: {_relative(course / 'feedback')}")


@app.command()
def report(
    course: ClassFolder = Path(),
    csv: Annotated[Path | None, typer.Option(help="Write the table to this file too.")] = None,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Show how the class did, exercise by exercise.

    Example: autograder report . --csv class.csv
    """
    from autograder.report import class_report, write_csv

    course = course.resolve()
    rows = class_report(db or default_db(course))
    if csv is not None:
        write_csv(rows, csv)
    if as_json:
        print(json.dumps([row.as_data() for row in rows], indent=2, ensure_ascii=False))
        return
    table = Table(title="How the class did")
    for column in ("assignment", "exercise", "points", "mean", "full marks", "nothing"):
        table.add_column(
            column, justify="left" if column in ("assignment", "exercise") else "right"
        )
    for row in rows:
        table.add_row(
            row.assignment,
            row.exercise,
            f"{row.points:g}",
            f"{row.mean:.2f}",
            f"{row.full}/{row.students}",
            f"{row.nothing}/{row.students}",
        )
    out.print(table)


@app.command()
def export(
    course: ClassFolder = Path(),
    to: Annotated[Path, typer.Option(help="The file to write.")] = Path("grades.csv"),
    db: Database = None,
) -> None:
    """Write nbgrader's table of grades, for an LMS or a spreadsheet.

    Example: autograder export . --to grades.csv
    """
    from autograder.feedback import export_csv

    course = course.resolve()
    export_csv(to, db or default_db(course))
    out.print(f"grades: {_relative(to)}")


@app.command()
def demo(workers: Workers = None) -> None:
    """Grade a sample class and build the site, to see everything at work.

    Example: autograder demo
    """
    from autograder.demo import run_demo

    run_demo(workers=workers, progress=_progress, say=out.print, show=show_records)


def default_db(course: Path) -> str:
    """Return the address of the gradebook in a class folder."""
    return f"sqlite:///{course / 'gradebook.db'}"


def show_records(records: list[dict[str, Any]]) -> None:
    """Show who has which score, what was lost and why."""
    table = Table(title="Gradebook", show_lines=True)
    table.add_column("student", no_wrap=True)
    table.add_column("assignment", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True)
    table.add_column("lost, and why", overflow="fold")
    from rich.markup import escape

    for record in records:
        reasons = _in_short(record["lost"])
        table.add_row(
            escape(_for_terminal(record["student"])),
            record["assignment"],
            f"{record['score']:g}/{record['max_score']:g}",
            escape(_for_terminal("\n".join(reasons))),
        )
    out.print(table)


def _for_terminal(text: str) -> str:
    """Return text without what a terminal obeys: learners' error messages are shown in it."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if character not in "\n\t"
        and (unicodedata.category(character) in _COMMANDS or character in _DIRECTIONS)
        else character
        for character in text
    )


def _in_short(lost: list[dict[str, Any]]) -> list[str]:
    """Say what was lost in a line for each question; feedback pages have every reason."""
    by_question: dict[str, list[dict[str, Any]]] = {}
    for loss in lost:
        by_question.setdefault(loss["question"], []).append(loss)
    reasons = {loss["reason"] for loss in lost}
    if len(by_question) > 1 and len(reasons) == 1:
        return [f"{', '.join(by_question)}: {reasons.pop()}"]
    lines = []
    for question, losses in by_question.items():
        points = sum(loss["points"] for loss in losses)
        more = f" (and {len(losses) - 1} more)" if len(losses) > 1 else ""
        lines.append(f"{question} −{points:g}: {losses[0]['reason']}{more}")
    return lines


@contextmanager
def _progress(title: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a progress bar on a terminal, and nothing where output is piped."""
    if not err.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=err, transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda: bar.advance(task)


def _warn(text: str) -> None:
    err.print(_for_terminal(text), style="yellow", markup=False, highlight=False)


def _relative(path: Path) -> str:
    """Return a path as people would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


if __name__ == "__main__":
    main()
