"""What depends on chance is measured, and told when it comes near its threshold."""

import json
import math
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from autograder import repository, verify
from autograder.chance import spread_of, spreads_of
from autograder.workers import Workplace
from course.testing import measuring, reaches, stays_below
from course.verdict import Measurement


def measure(*values: float, threshold: float = 0.5, at_least: bool = True) -> list[Measurement]:
    return [Measurement("accuracy", value, threshold, at_least) for value in values]


def test_the_distance_is_counted_in_standard_deviations() -> None:
    spread = spread_of("a", "f", measure(0.8, 0.9, 1.0))
    assert spread.mean == pytest.approx(0.9)
    assert spread.distance == pytest.approx(0.4 / math.sqrt(2 / 300))
    assert (spread.worst, spread.runs, spread.is_safe) == (0.8, 3, True)


def test_a_quantity_near_its_threshold_is_not_safe() -> None:
    assert not spread_of("a", "f", measure(0.6, 0.8)).is_safe


def test_a_quantity_on_the_wrong_side_is_not_safe_even_if_it_never_varies() -> None:
    assert not spread_of("a", "f", measure(0.4, 0.4)).is_safe
    assert spread_of("a", "f", measure(0.6, 0.6)).is_safe


def test_of_what_has_to_stay_below_the_largest_is_the_worst() -> None:
    spread = spread_of("a", "f", measure(0.1, 0.2, 0.15, at_least=False))
    assert spread.worst == 0.2
    assert spread.distance > 4


def test_one_run_in_a_hundred_is_as_bad_as_the_first_percentile() -> None:
    spread = spread_of("a", "f", measure(*(0.6 + i / 1000 for i in range(200))))
    assert spread.percentile == pytest.approx(0.602)


def test_quantities_are_kept_apart() -> None:
    loss = [Measurement("loss", 0.1, 1.0, at_least=False)]
    assert [one.quantity for one in spreads_of("a", "f", measure(0.9) + loss)] == [
        "accuracy",
        "loss",
    ]


def test_a_spread_is_json_also_where_nothing_varies() -> None:
    data = spread_of("a", "f", measure(0.6, 0.6)).as_data()
    assert json.loads(json.dumps(data, allow_nan=False))["distance"] is None


def test_checks_note_what_they_compare() -> None:
    with measuring() as measured:
        assert reaches("accuracy", 0.9, 0.5)
        assert not stays_below("loss", 2.0, 1.0)
    assert [(one.quantity, one.value, one.threshold, one.at_least) for one in measured] == [
        ("accuracy", 0.9, 0.5, True),
        ("loss", 2.0, 1.0, False),
    ]


SCRIPT = """\
# %% locked=true
import numpy as np
from course import check


# %% exercise="draw"
def draw(spread):
    \"\"\"Return a number near 1, drawn at random.\"\"\"
    ### BEGIN SOLUTION
    return 1 + spread * np.random.standard_normal()
    ### END SOLUTION


# %% check="draw"
check("draw")
"""
CHECKS = """\
import pytest
from course.testing import reaches


@pytest.mark.question("draw")
class TestDraw:
    hints = ("a", "b", "c")

    @pytest.mark.points(1)
    def test_it(self, learner, rng):
        \"\"\"It is near 1.\"\"\"
        assert reaches("a safe number", learner.draw(0.01), 0.5)

    @pytest.mark.points(1)
    def test_risky(self, learner, rng):
        \"\"\"It is near 1, or not.\"\"\"
        assert reaches("a risky number", rng.uniform(0.9, 1.1), 0.85)

    @pytest.mark.points(1)
    def test_of_the_judge(self, learner, rng):
        \"\"\"What the judge draws differs from seed to seed.\"\"\"
        assert reaches("drawn by the judge", rng.standard_normal(), -99)
"""


@pytest.mark.sandbox
def test_verify_runs_right_answers_with_many_seeds_and_names_what_is_risky(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("solutions/01_draw.py", SCRIPT), ("checks/test_01_draw.py", CHECKS)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(text)
    monkeypatch.setattr(repository, "SOLUTIONS", tmp_path / "solutions")
    monkeypatch.setattr(repository, "CHECKS", tmp_path / "checks")
    monkeypatch.setattr(repository, "MISTAKES", tmp_path / "mistakes")
    monkeypatch.setattr(repository, "VARIANTS", tmp_path / "variants")
    monkeypatch.setattr(verify, "Workplace", partial(Workplace, with_tensorflow=False))
    report: Any = verify.verify(repository.load_assignments(), seeds=12)
    safe, risky, judges = report.spreads
    assert (safe.quantity, safe.runs, safe.is_safe) == ("a safe number", 12, True)
    assert safe.standard_deviation > 0
    assert judges.standard_deviation > 0
    assert not risky.is_safe
    assert any("a risky number" in failure for failure in report.failures)
    assert report.as_data()["seeds"] == 12
