"""What a learner wrote stops nobody's feedback, and who is without a page is said."""

from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.apps import NbGraderAPI

from autograder.feedback import FeedbackError, make_feedback
from autograder.nbgrader_plugin import HideMarkSchemes

SCHEME = "Why?\n\n### BEGIN MARK SCHEME\n- 1 point: a secret\n### END MARK SCHEME"
TASK = {"nbgrader": {"task": True, "grade": False, "solution": False, "grade_id": "why"}}
EXERCISE = {"nbgrader": {"task": False, "grade": False, "solution": True, "grade_id": "double"}}


def test_mark_schemes_are_taken_out_of_authors_questions() -> None:
    notebook = new_notebook(cells=[new_markdown_cell(SCHEME, metadata=TASK)])
    hidden, _ = HideMarkSchemes().preprocess(notebook, {})
    assert hidden.cells[0].source.strip() == "Why?"


@pytest.mark.parametrize(
    "cell",
    [
        new_markdown_cell(SCHEME),
        new_markdown_cell("### BEGIN MARK SCHEME"),
        new_code_cell(SCHEME, metadata=EXERCISE),
        new_code_cell("### END MARK SCHEME"),
    ],
    ids=["answer", "begin only", "exercise", "end only"],
)
def test_what_a_learner_calls_a_mark_scheme_stops_no_page(cell: Any) -> None:
    # nbgrader's own step gives up on such a notebook, and with it on the class.
    shown, _ = HideMarkSchemes().preprocess(new_notebook(cells=[cell]), {})
    assert shown.cells[0].source == cell.source


def test_who_is_without_a_page_is_named_and_the_other_assignments_get_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def generate(self: Any, name: str, force: bool) -> dict[str, Any]:
        asked.append(name)
        log = f"[ERROR] There was an error processing assignment '{name}' for student 'ada'\n"
        return {"success": name != "01_tiny", "log": f"{log}[ERROR] Please see the above"}

    monkeypatch.setattr(NbGraderAPI, "generate_feedback", generate)
    for name in ("01_tiny", "02_other"):
        path = tmp_path / "autograded" / "ada" / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        path.touch()
    with pytest.raises(FeedbackError, match=r"the feedback of ada in 01_tiny\. All other"):
        make_feedback(tmp_path, ["01_tiny", "02_other"], f"sqlite:///{tmp_path / 'g.db'}")
    assert asked == ["01_tiny", "02_other"]
