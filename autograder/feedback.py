"""Feedback pages and exports, made by nbgrader from what is in its gradebook."""

import logging
import re
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.plugins import CsvExportPlugin
from traitlets.config import Config

from autograder.gradebook import open_gradebook
from autograder.nbgrader_plugin import configure
from autograder.repository import ROOT


class FeedbackError(RuntimeError):
    """nbgrader could not make a page; the message says whose."""


def make_feedback(course: Path, assignments: list[str], db_url: str) -> list[Path]:
    """Write a feedback page for each graded submission.

    Args:
        course: the folder of the class.
        assignments: their names.
        db_url: the gradebook.

    Returns:
        The pages.

    Raises:
        FeedbackError: nbgrader failed for someone; all others have their pages.
    """
    config = _config(course, db_url)
    api = NbGraderAPI(config=config)
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    failed = []
    for name in assignments:
        if not list((course / "autograded").glob(f"*/{name}/*.ipynb")):
            continue
        result = api.generate_feedback(name, force=True)
        if not result["success"]:
            log = str(result.get("error") or result.get("log", ""))
            students = re.findall(rf"assignment '{re.escape(name)}' for student '(.*)'", log)
            last = "\n".join(log.splitlines()[-3:])
            failed.append(
                f"of {', '.join(students)} in {name}" if students else f"of {name}: {last}"
            )
    if failed:
        raise FeedbackError(
            f"nbgrader could not write the feedback {'; '.join(failed)}. All other pages are "
            "written. `nbgrader generate_feedback` says more."
        )
    return sorted((course / "feedback").glob("*/*/*.html"))


def export_csv(course: Path, path: Path, db_url: str) -> None:
    """Write nbgrader's class table, one line for each submission, for an LMS or a spreadsheet."""
    plugin = CsvExportPlugin(config=_config(course, db_url))
    plugin.to = str(path)
    with open_gradebook(db_url) as gradebook:
        plugin.export(gradebook.as_nbgrader())


def _config(course: Path, db_url: str) -> Config:
    config = Config()
    configure(config, course, ROOT)
    config.CourseDirectory.db_url = db_url
    return config
