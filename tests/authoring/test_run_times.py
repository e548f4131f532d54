"""A notebook tells how long it was measured to run."""

import json
from typing import Any

import pytest

from autograder.authoring.run_times import FILE_NAME, in_words
from autograder.authoring.section import read_section
from autograder.rehearsal import write_run_times


def first_cell(workplace: Any) -> str:
    return str(
        read_section(workplace.script, workplace.checks_dir).source_notebook().cells[0].source
    )


def test_what_was_measured_stands_in_the_first_cell(workplace: Any) -> None:
    before = first_cell(workplace)
    measured = {"cores": 2, "seconds": {"04_prepare": 41.3}}
    (workplace.script.parent / FILE_NAME).write_text(json.dumps(measured))
    after = first_cell(workplace)
    assert "it took about 40 seconds on 2 cores." in after
    assert after.split("\n")[0] == before.split("\n")[0]
    assert "Fit the preparation on train alone." in after


def test_without_a_measurement_nothing_is_said(workplace: Any) -> None:
    (workplace.script.parent / FILE_NAME).write_text('{"cores": 2, "seconds": {"05_build": 1}}')
    assert "it took" not in first_cell(workplace)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (4, "about 10 seconds"),
        (87, "about 90 seconds"),
        (100, "about 1.5 minutes"),
        (125, "about 2 minutes"),
        (228, "about 4 minutes"),
    ],
)
def test_durations_are_told_as_precisely_as_they_are_worth(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_new_measurements_are_kept_beside_older_ones(tmp_path: Any) -> None:
    path = tmp_path / FILE_NAME
    write_run_times({"05_build": 61.04}, path)
    write_run_times({"04_prepare": 30}, path)
    kept = json.loads(path.read_text())
    assert kept["seconds"] == {"04_prepare": 30, "05_build": 61.0}
    assert {"cores", "python", "tensorflow", "keras"} <= set(kept)
