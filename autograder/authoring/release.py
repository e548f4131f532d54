"""Makes what learners get, `exercises/NN_name/`, out of scripts and checks.

script + checks -> nbgrader's source notebook -> nbgrader's own generator -> guarantees -> written
"""

import logging
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Base
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine
from traitlets.config import Config

from autograder.authoring.error import AuthoringError
from autograder.authoring.guarantees import (
    check_checks,
    check_notebook,
    check_secrets,
    notebook_text,
)
from autograder.authoring.regions import STUB_LINES
from autograder.authoring.section import Section, read_sections
from autograder.authoring.visible_checks import BANNER, visible_source

_SOURCE, _RELEASE, _DATABASE = "source", "release", "release.db"
# Nothing else belongs into a section's folder of the repository.
_GENERATED = ("*.ipynb", "test_*.py")


@dataclass(frozen=True)
class Released:
    """A section as it was released.

    Attributes:
        source: nbgrader's source notebook, with solutions.
        notebook: what learners open.
        checks: the visible checks.
        points: of all exercises, graded by the checks.
        question_points: of all questions, graded by hand.
    """

    name: str
    source: Path
    notebook: Path
    checks: Path
    points: int
    question_points: float


def scripts_in(solutions: Path) -> list[Path]:
    """Return the scripts of a folder in order."""
    return sorted(solutions.glob("*.py"))


def release(
    scripts: Iterable[Path],
    checks_dir: Path,
    exercises_dir: Path,
    work_dir: Path,
) -> list[Released]:
    """Release sections. Nothing in `exercises_dir` changes unless all of them are sound.

    Args:
        scripts: percent scripts, `solutions/NN_name.py`.
        checks_dir: where `test_NN_name.py` of each stands.
        exercises_dir: gets `NN_name/NN_name.ipynb` and `NN_name/test_NN_name.py`.
        work_dir: for nbgrader; gets `source/NN_name/NN_name.ipynb`.

    Raises:
        AuthoringError: something cannot be released; names file, line and mend.
    """
    sections = read_sections(scripts, checks_dir)
    db_url = _fresh_database(work_dir)
    files = {section.name: _generate(section, work_dir, db_url) for section in sections}
    check_secrets(
        sections,
        [
            (name, notebook_text(text) if name.endswith(".ipynb") else text)
            for texts in files.values()
            for name, text in texts.items()
        ],
    )
    for name, texts in files.items():
        _write_files(exercises_dir / name, texts)
    return [
        Released(
            section.name,
            _source_path(work_dir, section),
            exercises_dir / section.name / f"{section.name}.ipynb",
            exercises_dir / section.name / section.checks.path.name,
            section.points,
            section.question_points,
        )
        for section in sections
    ]


def released_is_current(
    scripts: Iterable[Path], checks_dir: Path, exercises_dir: Path
) -> list[Path]:
    """Return the files in `exercises_dir` that a new release would change, add or remove.

    Raises:
        AuthoringError: as `release`.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh_dir = Path(folder, "exercises")
        release(scripts, checks_dir, fresh_dir, Path(folder, "work"))
        fresh = {path.relative_to(fresh_dir): path.read_bytes() for path in _generated(fresh_dir)}
    found = {
        path.relative_to(exercises_dir): path.read_bytes() for path in _generated(exercises_dir)
    }
    differing = [path for path in fresh | found if fresh.get(path) != found.get(path)]
    return sorted(exercises_dir / path for path in differing)


def _generate(section: Section, work_dir: Path, db_url: str) -> dict[str, str]:
    """Return the files that learners get of a section, by name."""
    source = _source_path(work_dir, section)
    source.parent.mkdir(parents=True, exist_ok=True)
    _write_files(source.parent, {source.name: nbformat.writes(section.source_notebook()) + "\n"})
    _run_nbgrader(section, work_dir, db_url)
    released = work_dir / _RELEASE / section.name / source.name
    notebook = nbformat.writes(nbformat.read(released, as_version=4)) + "\n"
    check_notebook(section, notebook)
    checks = visible_source(section.checks.path.read_text(encoding="utf-8"))
    check_checks(section, checks)
    return {source.name: notebook, section.checks.path.name: checks}


def _source_path(work_dir: Path, section: Section) -> Path:
    return work_dir / _SOURCE / section.name / f"{section.name}.ipynb"


def _run_nbgrader(section: Section, work_dir: Path, db_url: str) -> None:
    config = Config()
    config.CourseDirectory.root = str(work_dir.resolve())
    config.CourseDirectory.source_directory = _SOURCE
    config.CourseDirectory.release_directory = _RELEASE
    config.CourseDirectory.assignment_id = section.name
    config.CourseDirectory.db_url = db_url
    config.GenerateAssignment.force = True
    config.ClearSolutions.code_stub = {"python": "\n".join(STUB_LINES)}
    with _captured_log() as (log, messages):
        try:
            course = CourseDirectory(config=config, log=log)
            GenerateAssignment(coursedir=course, config=config, log=log).start()
        except Exception as error:
            # nbgrader's own exception says only that there was one; the log says which.
            said = next((m for m in messages if m.startswith("Traceback")), str(error))
            raise AuthoringError(
                section.script.path,
                None,
                f"nbgrader cannot generate it: {said.strip().splitlines()[-1]}",
            ) from error


def _fresh_database(work_dir: Path) -> str:
    """Make the gradebook that nbgrader's generator insists on; a class's is none of our business.

    Its tables are made here because nbgrader would run `alembic` for that: seconds, and a failure
    where `alembic` is not on PATH.
    """
    work_dir.mkdir(parents=True, exist_ok=True)
    path = work_dir.resolve() / _DATABASE
    path.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    return f"sqlite:///{path}"


class _Collector(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())


@contextmanager
def _captured_log() -> Iterator[tuple[logging.Logger, list[str]]]:
    """Give nbgrader a log of its own: it warns of ordinary things, such as replacing its files."""
    messages: list[str] = []
    log = logging.Logger("autograder.authoring.release", logging.WARNING)
    log.addHandler(_Collector(messages))
    yield log, messages


def _write_files(folder: Path, texts: dict[str, str]) -> None:
    """Write files, and remove check modules that an earlier release left. Others' files stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("test_*.py"):
        if path.name not in texts and path.read_text(encoding="utf-8").startswith(BANNER):
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _generated(exercises_dir: Path) -> Sequence[Path]:
    return [path for pattern in _GENERATED for path in exercises_dir.glob(f"*/{pattern}")]
