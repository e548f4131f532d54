"""Records survive interruptions, and only sound ones are read."""

import pytest

from autograder.results import plan
from autograder.results.plan import QUICK
from autograder.results.records import (
    RecordError,
    append_record,
    finite,
    hardware,
    read_records,
    versions,
)
from autograder.results.store import Store


@pytest.fixture
def record(made_up_record):
    return made_up_record(Store.of("d", []).task(plan.baseline(QUICK), "baseline"))


def test_a_record_is_read_as_it_was_written(record, tmp_path):
    append_record(record, tmp_path)
    assert read_records(tmp_path) == [record]
    assert [path.name for path in tmp_path.iterdir()] == ["baseline.jsonl"]


def test_a_line_that_was_cut_off_loses_only_itself(record, tmp_path):
    append_record(record, tmp_path)
    path = tmp_path / "baseline.jsonl"
    whole = path.read_text("utf-8")
    path.write_text(whole + whole[:50], "utf-8")
    append_record(record, tmp_path)
    assert read_records(tmp_path) == [record, record]


def test_a_line_that_is_no_record_is_named(tmp_path):
    (tmp_path / "depth.jsonl").write_text('{"key": "0"}\n', "utf-8")
    with pytest.raises(RecordError, match=r"depth\.jsonl, line 1"):
        read_records(tmp_path)


def test_a_recorded_fit_is_found_until_its_digits_change(record):
    fit = plan.baseline(QUICK)
    assert Store.of("d", [record]).find(fit) == record
    assert Store.of("other digits", [record]).find(fit) is None
    assert Store.of("d", [record]).find(fit.but(epochs=9)) is None


def test_what_is_not_finite_is_null():
    assert finite([1, float("nan"), float("inf")]) == [1, None, None]


def test_hardware_and_versions_are_said():
    assert "cores" in hardware()
    assert {"python", "tensorflow", "keras"} <= set(versions())
