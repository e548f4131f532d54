"""The numbers of lesson 08 follow from the published fold scores that stand in its table."""

import contextlib
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

SITE = Path(__file__).resolve().parents[2] / "site"
LESSON = (SITE / "lessons" / "08-improve.md").read_text("utf-8")
BASELINE, NORMALIZED, DEEPER = np.array(
    [
        [float(x) for x in row]
        for row in re.findall(r"^\| \d \| (.*?) \| (.*?) \| (.*?) \|$", LESSON, re.M)
    ]
).T
OVERLAP = 12_000 / 48_000


@pytest.mark.parametrize(
    ("ahead", "behind", "name"),
    [
        (BASELINE, NORMALIZED, "baseline − normalized"),
        (DEEPER, BASELINE, "deeper − baseline"),
    ],
)
def test_differences_and_tests_are_recomputed(ahead, behind, name):
    d = ahead - behind
    k = len(d)
    usual = d.mean() / np.sqrt(d.var(ddof=1) / k)
    corrected = d.mean() / np.sqrt(d.var(ddof=1) * (1 / k + OVERLAP))
    p = 2 * stats.t.sf(corrected, k - 1)
    found = re.search(rf"^\| {name} \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", LESSON, re.M)
    assert found.groups() == (
        *(f"{d.mean():.3f}", f"{usual:.2f}", f"{corrected:.2f}"),
        f"{p:.2f}" if p > 0.01 else f"{p:.3f}",
    )


def test_what_the_text_says_of_the_folds_holds():
    ahead = BASELINE > NORMALIZED
    assert ahead.tolist() == [True, False, False, True, True]
    assert 0.24 <= (DEEPER - BASELINE).min() < 0.25
    assert {row.argmax() for row in (BASELINE, NORMALIZED, DEEPER)} == {3}
    assert f"{stats.t.ppf(0.975, 4):.2f}" == "2.78"
    assert f"{np.sqrt((1 / 5 + OVERLAP) / (1 / 5)):.1f}" == "1.5"
    assert f"{np.sqrt(5 / 4):.2f}" == "1.12"
    assert f"{1 / 5 + 1 / OVERLAP:.1f} below the root" in LESSON


def test_the_code_prints_what_the_page_says():
    (block,) = [
        code for code in re.findall(r"```python\n(.*?)```", LESSON, re.S) if "import numpy" in code
    ]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(block, {})
    assert f"# {printed.getvalue().strip()}" in block


def test_the_numbers_of_the_quizzes_are_recomputed():
    assert f"- [x] {1 / 10 + 100 / 900:.3f}\n" in LESSON
    b, a = np.array([0.91, 0.93, 0.92]), np.array([0.90, 0.92, 0.91])
    assert np.allclose((b - a).std(), 0)
    assert "- [x] 0\n" in LESSON
    assert np.sqrt(a.var(ddof=1) + b.var(ddof=1)) == pytest.approx(0.014, abs=5e-4)
    assert round(100 * (1 - np.sqrt(4 / 5))) == 11
    assert 0.2 < 1 - 0.95**5 < 0.25


def test_what_the_text_says_of_the_measured_changes_holds():
    measured = json.loads((SITE / "results.json").read_text("utf-8"))["improvements"]
    rows = {name: row for name, row in measured["configurations"].items() if name != "baseline"}
    assert [name for name, row in rows.items() if row["verdict"] != "no difference shown"] == [
        "all together"
    ]
    assert len(rows) == measured["comparisons"] == 8
    above = {name for name, row in rows.items() if row["low"] > 0}
    assert above == {"more units", "augmentation", "all together"}
    shown = {f"{rows[name]['p_holm']:.2f}" for name in ("more units", "augmentation")}
    assert len(shown) == 1
    assert {name for name, row in rows.items() if row["high"] < 0} == {"batch size"}
    assert rows["batch size"]["change"] == {"batch_size": 4 * 32}
    assert measured["winner"]["name"] == "all together"
