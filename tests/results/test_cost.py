"""The estimate that is printed before a run."""

import pytest

from autograder.results import plan, records, runner
from autograder.results.cost import Costs, in_words
from autograder.results.plan import FULL
from autograder.results.runner import Workshop
from autograder.results.store import Store


@pytest.fixture
def tasks():
    store = Store.of("d", [])
    return [store.task(fit, "baseline") for fit in plan.kfold(FULL, 5)]


def test_an_estimate_adds_up_and_is_shared_among_threads(tasks, tmp_path, monkeypatch):
    tried = []

    def probe(unknown, workshop, ended):
        for task in unknown:
            tried.append(task)
            ended(task, 0.001)

    monkeypatch.setattr(runner, "probe", probe)
    one, two = (
        Costs().estimate(tasks, [], Workshop(tmp_path, tmp_path, workers), full=True)
        for workers in (1, 2)
    )
    # Five fits of 48,000 images and ten epochs, a millisecond each: 40 minutes, and some more.
    assert 2_400 < one < 1.15 * 2_400
    assert two == pytest.approx(one / 2)
    assert len(tried) == 2, "fits of one kind are tried once"


def test_what_this_machine_has_recorded_is_not_tried_again(
    tasks, tmp_path, monkeypatch, made_up_record
):
    tried = []
    monkeypatch.setattr(records, "hardware", lambda: "a made-up machine")
    monkeypatch.setattr(runner, "probe", lambda unknown, *_: tried.extend(unknown))
    workshop = Workshop(tmp_path, tmp_path, 1)
    assert Costs().estimate(tasks, [made_up_record(tasks[0])], workshop, full=True) > 0
    assert tried == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (20, "half a minute"),
        (60, "1 minute"),
        (3_600, "1 hour"),
        (12_000, "3 hours and 20 minutes"),
    ],
)
def test_a_time_is_said_as_people_say_it(seconds, words):
    assert in_words(seconds) == words
