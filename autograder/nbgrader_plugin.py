"""Makes plain nbgrader use our judge: ``nbgrader autograde``, formgrader, feedback and export.

`configure` is all that an ``nbgrader_config.py`` has to call. nbgrader's own steps that run a
notebook and read scores from its outputs are replaced by ours; everything around them stays.
"""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import AssignLatePenalties, ClearMarkScheme, GetGrades
from nbgrader.preprocessors.base import NbGraderPreprocessor
from nbgrader.server_extensions import formgrader
from traitlets import List, Unicode

from autograder.formgrader_names import show_names_as_text
from autograder.gradebook import open_gradebook
from autograder.grading import Graded
from autograder.handed_in import read_files
from autograder.held_digits import in_class_folder
from autograder.isolation import demand_isolation
from autograder.provisioner import use_zygote
from autograder.repository import load_assignments
from autograder.sandbox import Zygote, ZygoteAddress
from autograder.workers import Job, Setup, close_bench, grade_job

_Resources = dict[str, Any]
_RESULT = "autograder"


def configure(config: Any, course: Path, repository: Path) -> None:
    """Set up nbgrader for a course folder.

    Args:
        config: what ``get_config()`` returned in an ``nbgrader_config.py``.
        course: the folder with ``submitted``, ``gradebook.db`` and the like.
        repository: the clone of this repository.
    """
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.source_directory = str(repository / "build" / "source")
    config.CourseDirectory.release_directory = str(repository / "exercises")
    config.CourseDirectory.db_url = f"sqlite:///{course / 'gradebook.db'}"
    config.ZipCollectApp.extractor_plugin = "autograder.archives.CarefulExtractor"
    config.JudgeNotebook.course = str(course)
    config.Autograde.sanitize_preprocessors = ["autograder.nbgrader_plugin.KeepAsSubmitted"]
    config.Autograde.autograde_preprocessors = [
        "autograder.nbgrader_plugin.JudgeNotebook",
        "autograder.nbgrader_plugin.SaveVerdicts",
        AssignLatePenalties,
    ]
    # Mark schemes come back with the author's cells; they are for graders, not for feedback.
    config.GenerateFeedback.preprocessors = [
        "autograder.nbgrader_plugin.GetStandings",
        "autograder.nbgrader_plugin.HideMarkSchemes",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    config.HTMLExporter.sanitize_html = True
    config.HTMLExporter.filters = {
        "clean_html": "autograder.safe_html.safe_html",
        # Formgrader cleans outputs, but not Markdown.
        "markdown2html": "autograder.safe_html.safe_markdown",
    }
    config.HTMLExporter.exclude_anchor_links = True
    # nbgrader asks for templates called "feedback" and "formgrade": ours are found first. The
    # second one extends nbgrader's, by a path from where formgrader lies.
    nbgraders = Path(formgrader.__file__).parent
    config.HTMLExporter.extra_template_basedirs = [
        str(Path(__file__).parent / "templates"),
        str(nbgraders / "templates"),
    ]
    config.HTMLExporter.extra_template_paths = [str(nbgraders)]
    show_names_as_text()


class GetStandings(GetGrades):
    """Also tells which questions wait for a person: to nbgrader they are worth nothing."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: _Resources, cell_index: int
    ) -> tuple[Any, _Resources]:
        """Add points, comment, and ``waits``: True until a person has given points."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        ours = cell.metadata.get("nbgrader", {})
        if ours.get("task"):
            where = self.notebook_id, self.assignment_id, self.student_id
            grade = self.gradebook.find_grade(ours["grade_id"], *where)
            ours["waits"] = grade.needs_manual_grade
        return cell, resources


class HideMarkSchemes(ClearMarkScheme):
    """Takes mark schemes out of questions that come with the author's text."""

    # nbconvert gives this to every step of an HTML page, and warns of steps that do not know it.
    display_data_priority: List = List().tag(config=True)

    def preprocess_cell(
        self, cell: NotebookNode, resources: _Resources, cell_index: int
    ) -> tuple[Any, _Resources]:
        """Take the mark scheme out of an author's cell; what looks like one elsewhere stays.

        nbgrader gives up on a notebook with a mark scheme in any other cell, and learners may write
        what they like.
        """
        ours = cell.metadata.get("nbgrader", {})
        if not ours.get("task"):
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class KeepAsSubmitted(NbGraderPreprocessor):
    """Leaves sanitizing to `JudgeNotebook`, which reads every submission in the same way."""

    def preprocess(self, nb: NotebookNode, resources: _Resources) -> tuple[Any, _Resources]:
        """Return the notebook as it is."""
        return nb, resources


class JudgeNotebook(NbGraderPreprocessor):
    """Runs a submission in the sandbox and asks the judge; replaces nbgrader's ``Execute``."""

    course = Unicode(help="the class folder").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: _Resources) -> tuple[Any, _Resources]:
        """Return the notebook with outputs and verdicts, and remember the result."""
        (assignment,) = load_assignments([resources["nbgrader"]["assignment"]])
        # nbgrader has copied what was handed in to the folder where it works.
        files = read_files(Path(resources["metadata"]["path"]), assignment.files)
        job = Job("", assignment.name, nbformat.writes(nb).encode(), files=files)
        setup = Setup((assignment,), _zygote(), in_class_folder(Path(self.course)))
        graded = grade_job(job, setup)
        for remark in graded.remarks:
            self.log.warning("%s: %s", resources["nbgrader"]["student"], remark)
        resources[_RESULT] = graded
        return nbformat.reads(graded.notebook, as_version=4), resources


class SaveVerdicts(NbGraderPreprocessor):
    """Writes the result to the gradebook; replaces nbgrader's ``SaveAutoGrades``."""

    def preprocess(self, nb: NotebookNode, resources: _Resources) -> tuple[Any, _Resources]:
        """Record the result of `JudgeNotebook`."""
        graded: Graded = resources[_RESULT]
        names = resources["nbgrader"]
        (assignment,) = load_assignments([names["assignment"]])
        with open_gradebook(names["db_url"]) as gradebook:
            gradebook.record(names["student"], assignment, graded)
        return nb, resources


@cache
def _zygote() -> ZygoteAddress:
    """Return the zygote of this process; it is started on first use and ends with the process."""
    zygote = Zygote().start()
    atexit.register(zygote.close)
    address = zygote.wait_until_ready()
    use_zygote(address)
    demand_isolation()
    atexit.register(close_bench)
    return address
