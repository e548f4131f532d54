"""`autograder demo`: what a stranger sees first."""

import csv
import json
import subprocess
import sys

import pytest

from autograder import repository

pytestmark = pytest.mark.sandbox

DEMO = repository.BUILD / "demo"


@pytest.fixture(scope="module")
def said() -> str:
    """Run the demo as the README says, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "demo"],
        cwd=repository.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def records(said: str) -> dict[tuple[str, str], dict]:
    grades = json.loads((DEMO / "grades.json").read_text(encoding="utf-8"))
    return {(record["student"], record["assignment"]): record for record in grades}


def _lost(record: dict) -> dict[str, list[str]]:
    by_question: dict[str, list[str]] = {}
    for loss in record["lost"]:
        assert set(loss) == {"question", "points", "reason"}
        by_question.setdefault(loss["question"], []).append(loss["reason"])
    return by_question


def test_it_says_where_everything_lies(said: str) -> None:
    for path in ("gradebook.db", "grades.json", "grades.csv", "feedback", "index.html"):
        assert path in said
    assert (repository.BUILD / "site" / "index.html").is_file()
    assert (DEMO / "gradebook.db").is_file()


def test_everyone_is_graded_and_what_is_lost_adds_up(records: dict) -> None:
    assert len({student for student, _ in records}) >= 8
    for record in records.values():
        lost = sum(loss["points"] for loss in record["lost"])
        assert record["score"] + lost == record["max_score"] > 0
        assert all(loss["reason"] for loss in record["lost"])


@pytest.mark.parametrize("assignment", repository.assignment_names())
def test_right_answers_get_full_marks_in_every_section(records: dict, assignment: str) -> None:
    assert records["ada", assignment]["lost"] == []


@pytest.mark.parametrize("assignment", ["04_prepare", "05_build"])
def test_right_answers_in_another_style_get_full_marks(records: dict, assignment: str) -> None:
    assert records["boris", assignment]["lost"] == []


@pytest.mark.parametrize(
    ("student", "assignment", "exercises"),
    [
        ("chen", "00_things_to_know", ["dense", "softmax"]),
        ("dalia", "01_load_data", ["idx_header", "read_idx", "split_summary"]),
        ("emeka", "02_first_look", ["describe_dataset", "always_blank"]),
        ("fatima", "03_explore", ["mean_digits", "majority_accuracy"]),
        ("goran", "06_evaluate", ["cross_validate", "summarize_scores"]),
        ("hana", "07_diagnose", ["best_epoch", "diagnose"]),
        ("boris", "08_improve", ["corrected_paired_t"]),
        ("chen", "09_deepen", ["accuracy_interval", "final_model"]),
    ],
)
def test_mistakes_cost_their_own_exercises_only(
    records: dict, student: str, assignment: str, exercises: list[str]
) -> None:
    assert sorted(_lost(records[student, assignment])) == sorted(exercises)


def test_known_mistakes_are_told_by_name(records: dict) -> None:
    chen = _lost(records["chen", "04_prepare"])
    assert "Floor division" in " ".join(chen["normalize"])
    assert "own statistics" in " ".join(chen["standardize"])
    assert "last 50 rows" in " ".join(chen["holdout_split"])
    assert set(_lost(records["dalia", "05_build"])) >= {"cross_entropy", "model_plan", "train"}


def test_what_is_not_written_is_told_so(records: dict) -> None:
    emeka = _lost(records["emeka", "04_prepare"])
    assert "is not written yet" in emeka["one_hot"][0]
    assert "normalize" not in emeka


def test_a_syntax_error_costs_one_exercise_and_is_quoted(records: dict) -> None:
    fatima = _lost(records["fatima", "04_prepare"])
    assert list(fatima) == ["standardize"]
    assert "SyntaxError: expected ':' (line 1)" in fatima["standardize"][0]


def test_an_endless_loop_costs_one_exercise(records: dict) -> None:
    goran = _lost(records["goran", "05_build"])
    assert list(goran) == ["cross_entropy"]
    assert "run for ever" in goran["cross_entropy"][0]


def test_a_deleted_check_cell_earns_nothing_and_says_so(records: dict) -> None:
    hana = _lost(records["hana", "04_prepare"])
    assert list(hana) == ["one_hot"]
    assert "is missing from the notebook" in hana["one_hot"][0]


def test_forged_marks_earn_nothing(records: dict) -> None:
    assert records["mallory", "04_prepare"]["score"] == 0


def test_a_letter_instead_of_a_notebook_earns_nothing_and_is_told_why(records: dict) -> None:
    reasons = {loss["reason"] for loss in records["noor", "04_prepare"]["lost"]}
    assert len(reasons) == 1
    assert "not a notebook" in reasons.pop()


def test_feedback_has_the_reasons_and_nothing_that_learners_must_not_see(records: dict) -> None:
    pages = {path.parts[-3]: path for path in (DEMO / "feedback").glob("*/04_prepare/*.html")}
    assert set(pages) == {student for student, name in records if name == "04_prepare"}
    chen = pages["chen"].read_text(encoding="utf-8")
    assert "Floor division" in chen
    for page in pages.values():
        text = page.read_text(encoding="utf-8")
        assert "MARK SCHEME" not in text
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "").replace("http://www.w3.org", "")


def test_the_class_table_has_a_line_for_everyone(records: dict) -> None:
    with (DEMO / "grades.csv").open(encoding="utf-8") as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    for key, record in records.items():
        assert float(rows[key]["score"]) == record["score"]


def test_a_second_run_grades_nothing_again(records: dict) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "grade", str(DEMO / "submitted")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert " ".join(done.stdout.split()).find(f"0 graded, {len(records)} unchanged") >= 0
