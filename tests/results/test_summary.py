"""What is published follows from what is recorded, and nothing else is published."""

import copy
import json

import jsonschema
import pytest

from autograder.results.audit import discrepancies
from autograder.results.plan import PARTS
from autograder.results.schema import MEASURED_PARTS, validate
from autograder.results.store import Store
from autograder.results.summary import summarize, write_results


def test_results_of_all_parts_are_complete_and_fit_the_schema(results):
    assert results["complete"]
    assert results["missing"] == {}
    assert set(MEASURED_PARTS) <= set(results)
    validate(results)


def test_every_derived_number_follows_from_the_raw_ones(results):
    assert discrepancies(json.loads(json.dumps(results))) == []


@pytest.mark.parametrize(
    ("path", "by"),
    [
        (("baseline", "mean"), 0.001),
        (("baseline", "sampling_std"), 0.001),
        (("baseline", "holdout", "low"), 0.001),
        (("baseline", "parameters"), 1),
        (("kfold", "3", "std"), 0.001),
        (("improvements", "configurations", "dropout", "t"), 0.1),
        (("improvements", "configurations", "dropout", "p"), 0.01),
        (("improvements", "configurations", "dropout", "p_holm"), 0.01),
        (("improvements", "winner", "mean"), 0.001),
        (("depth", 3, "receptive_field"), 2),
        (("depth", 3, "parameters"), 1),
        (("depth", 3, "high"), 0.001),
        (("deeper", "difference"), 0.001),
        (("side_by_side", "keras example", "high"), 0.001),
        (("final", "test_accuracy_mean"), 0.001),
        (("final", "test_accuracy_seeds", 0), 0.001),
        (("final", "models", 1, "correct"), 1),
        (("final", "confusion", 0, 0), 1),
        (("final", "train_seconds"), 1),
    ],
)
def test_a_wrong_number_is_noticed(results, path, by):
    wrong = copy.deepcopy(results)
    node = wrong
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] += by
    assert discrepancies(wrong) != []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_lacks_a_fit_is_left_out_and_named(scale, recorded, made_up_look, part):
    store = recorded()
    look = made_up_look(store)
    of_part = [key for key, record in store.records.items() if record.part == part]
    del store.records[of_part[-1]]
    results = summarize(scale, store, [look])
    assert not results["complete"]
    assert results["missing"][part] >= 1
    absent = {"side_by_side": "test", "final": "test"}.get(part, part)
    assert absent not in results
    validate(results)
    assert discrepancies(results) == []


def test_nothing_measured_is_valid_and_not_complete(scale, recorded):
    results = summarize(scale, Store.of("d" * 64, []), [])
    validate(results)
    assert discrepancies(results) == []
    assert not results["complete"]
    assert not set(MEASURED_PARTS) & set(results)


def test_results_that_call_themselves_complete_have_all_parts(results):
    del results["depth"]
    with pytest.raises(jsonschema.ValidationError):
        validate(results)


def test_models_that_were_not_tested_have_no_test_accuracy(scale, recorded, made_up_look):
    store = recorded()
    look = made_up_look(store)
    look.models[0]["sha256"] = "0" * 64
    results = summarize(scale, store, [look])
    assert "final" not in results
    assert results["missing"] == {"test": 1}


def test_each_look_at_the_test_set_is_counted(scale, recorded, made_up_look):
    store = recorded()
    look = made_up_look(store)
    results = summarize(scale, store, [look, look])
    assert results["test"]["evaluations"] == 2


def test_every_recipe_that_was_scored_is_listed_once(scale, recorded):
    store = recorded()
    results = summarize(scale, store, [])
    scored = [record for record in store.records.values() if record.score is not None]
    assert sum(len(recipe["scores"]) for recipe in results["recipes"]) == len(scored)
    texts = [json.dumps(recipe["recipe"], sort_keys=True) for recipe in results["recipes"]]
    assert len(set(texts)) == len(texts)


def test_the_file_is_json_that_every_browser_reads(results, tmp_path):
    write_results(results, tmp_path / "results.json")
    text = (tmp_path / "results.json").read_text("utf-8")
    assert "NaN" not in text
    assert json.loads(text) == json.loads(json.dumps(results))
