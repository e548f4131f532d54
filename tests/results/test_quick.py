"""The whole of `make results`, on the digits of the course: interrupted, resumed, repeated."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest

from autograder.results import plan
from autograder.results.audit import discrepancies
from autograder.results.schema import MEASURED_PARTS, validate

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def command(folder: Path, *options: str) -> list[str]:
    """Return the command of a quick run."""
    module = [sys.executable, "-m", "autograder.results", "--quick", "--folder", str(folder)]
    return [*module, *options]


def run(folder: Path, *options: str) -> dict[str, Any]:
    """Run it quickly, and return the results."""
    # Whoever asks for the full set here would be told that there is no such file.
    environment = os.environ | {"MNIST_PATH": str(folder / "none.npz")}
    done = subprocess.run(
        command(folder, *options), cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / "results.json").read_text("utf-8"))


def records_of(folder: Path) -> list[str]:
    """Return all lines that were recorded."""
    return [
        line
        for path in sorted((folder / "records").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory) -> Path:
    """A folder in which a run was interrupted after its second record."""
    folder = tmp_path_factory.mktemp("quick")
    process = subprocess.Popen(
        command(folder, "--part", "baseline"), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    seen = 0
    said = []
    for line in process.stdout:
        said.append(line)
        seen += line.startswith("baseline:")
        if seen == 2:
            break
    assert seen == 2, "".join(said)
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    assert process.wait() == 130, rest
    assert "Interrupted. What was recorded stays" in rest
    _, alive = psutil.wait_procs(children, timeout=60)
    assert alive == []
    return folder


@pytest.fixture(scope="module")
def finished(interrupted) -> tuple[dict[str, Any], Path, list[str]]:
    """The results after the run was resumed, their folder, and the records before that."""
    before = records_of(interrupted)
    return run(interrupted), interrupted, before


def test_an_interrupted_run_leaves_valid_results(interrupted):
    results = json.loads((interrupted / "results.json").read_text("utf-8"))
    validate(results)
    assert not results["complete"]
    assert 2 <= len(records_of(interrupted)) < 5


def test_a_resumed_run_keeps_what_was_recorded(finished):
    _, folder, before = finished
    after = records_of(folder)
    assert set(before) < set(after)
    keys = [json.loads(line)["key"] for line in after if "recipe" in json.loads(line)]
    assert len(set(keys)) == len(keys)


def test_a_quick_run_has_the_schema_of_a_full_one_and_numbers_that_follow(finished):
    results, _, _ = finished
    validate(results)
    assert discrepancies(results) == []
    assert not results["protocol"]["full"]
    without_recipe = not plan.final(plan.QUICK)
    missing = {"side_by_side", "final", "test"} if without_recipe else set()
    assert set(MEASURED_PARTS) - set(results) == missing
    assert results["complete"] == (not without_recipe)


def test_the_networks_learned_something(finished):
    results, _, _ = finished
    assert results["baseline"]["mean"] > 0.8
    assert max(row["mean"] for row in results["depth"]) > 0.8
    losses = results["normalization"]["own_best"]["normalized"]["losses"]
    assert all(curve[-1] < curve[0] for curve in losses)


def test_the_test_set_was_opened_at_most_once(finished):
    results, folder, _ = finished
    looks = folder / "records" / "test.jsonl"
    if "test" in results:
        assert results["test"]["evaluations"] == 1
        assert len(looks.read_text("utf-8").splitlines()) == 1
        run(folder)
        assert len(looks.read_text("utf-8").splitlines()) == 1, "a second run looked again"
    else:
        assert not looks.exists()


def test_the_same_seeds_give_the_same_numbers_again(finished, tmp_path):
    results, _, _ = finished
    again = run(tmp_path, "--part", "baseline")
    for name in ("scores", "histories", "holdout", "seed_spread"):
        assert again["baseline"][name] == results["baseline"][name]


def test_other_seeds_give_other_numbers(finished):
    results, _, _ = finished
    assert len(set(results["baseline"]["seed_spread"]["scores"])) > 1
