"""nbgrader's formgrader on a class that `autograder grade` has graded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from autograder import repository
from autograder.class_run import run_class
from autograder.classroom import find_submissions
from autograder.sample_class import SAMPLES, hand_in
from autograder.workers import Workplace

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def formgrader(
    serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, dict]]:
    """Grade two sample learners; return the formgrader's address and what was recorded."""
    course = tmp_path_factory.mktemp("class")
    (assignment,) = assignments = repository.load_assignments(["04_prepare"])
    for student in ("ada", "chen"):
        path = course / "submitted" / student / "04_prepare" / "04_prepare.ipynb"
        path.parent.mkdir(parents=True)
        script = (SAMPLES / student / "04_prepare.py").read_text(encoding="utf-8")
        path.write_text(hand_in(script, assignment), encoding="utf-8")
    result = run_class(
        find_submissions(course / "submitted", assignments),
        Workplace(assignments, with_tensorflow=False),
        course,
        f"sqlite:///{course / 'gradebook.db'}",
    )
    records = {record["student"]: record for record in result.records}
    return f"{serve(course)}formgrader/gradebook/04_prepare/04_prepare", records


def test_it_lists_the_scores_and_what_waits_for_a_person(
    formgrader: tuple[str, dict[str, dict]], new_page: Page
) -> None:
    address, records = formgrader
    new_page.goto(address)
    rows = new_page.locator("tbody tr")
    expect(rows).to_have_count(2)
    listed = sorted(rows.nth(number).inner_text() for number in range(2))
    for record in records.values():
        assert any(f"{record['score']:g} / {record['max_score']:g}" in row for row in listed)
    # Everyone's questions wait to be graded by hand.
    expect(new_page.locator("td.needs-manual-grade .glyphicon-ok")).to_have_count(2)


def test_a_grader_sees_the_reasons_and_the_mark_scheme(
    formgrader: tuple[str, dict[str, dict]], new_page: Page
) -> None:
    address, records = formgrader
    new_page.goto(address)
    # nbgrader shuffles the names: open submissions until it is the one that lost points.
    seen = []
    for number in range(2):
        new_page.goto(address)
        new_page.locator("tbody tr a").nth(2 * number).click()
        expect(new_page.get_by_text("What to take away")).to_be_visible()
        seen.append(new_page.content())
    reason = records["chen"]["lost"][0]["reason"].split(",")[0]
    assert any(reason in page for page in seen)
    assert all("MARK SCHEME" in page for page in seen)
