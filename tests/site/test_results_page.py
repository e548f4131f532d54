"""The results page shows what the file holds, and says what is not measured."""

import json

import pytest

from autograder.website.results_tables import TABLES, table

SPREAD = {"scores": [0.985, 0.987], "mean": 0.986, "std": 0.0014142, "standard_error": 0.001}
COMPARED = {"difference": -0.0012, "t": -1.0, "p": 0.4, "low": -0.003, "high": 0.0006}
TESTED = {"correct": 9_971, "accuracy": 0.9971, "low": 0.9958, "high": 0.998}
ROW = SPREAD | COMPARED | {"p_holm": 0.0004, "verdict": "worse", "parameters": 12_345}
RESULTS = {
    "baseline": SPREAD
    | {"k": 5, "n_test": 12_000, "sampling_std": 0.001}
    | {"holdout": {"n_test": 10_000, "accuracy": 0.98, "low": 0.977, "high": 0.983}}
    | {"seed_spread": SPREAD | {"seeds": [0, 1]}},
    "kfold": {"3": SPREAD | {"k": 3, "n_train": 40_000, "n_test": 20_000, "seconds": 300}},
    "normalization": {
        "shared": {"learning_rate": 0.01, "raw_accuracy": SPREAD, "normalized_accuracy": SPREAD},
        "own_best": {
            kind: {"learning_rate": 0.001, "accuracy": SPREAD} for kind in ("raw", "normalized")
        },
    },
    "improvements": {"configurations": {"baseline": SPREAD, "dropout": ROW}},
    "depth": [ROW | {"name": "deep", "layers": 4, "receptive_field": 20, "seconds_per_epoch": 9}],
    "deeper": SPREAD | COMPARED | {"parameters": 12_345, "verdict": "no difference shown"},
    "side_by_side": {"ours": TESTED | {"parameters": 7, "seconds": 60, "epochs": 3}},
    "final": {
        "models": [TESTED | {"seed": 0}],
        "train_seconds_seeds": [600],
        "train_seconds": 600,
        "test_accuracy_interval": [0.9958, 0.998],
        "test_accuracy_mean": 0.9971,
        "test_accuracy_std": 0.0,
    },
    "recipes": [
        {"part": "search", "recipe": {"epochs": 7}, "n_validation": 10_000}
        | {"scores": [0.99], "mean": 0.99},
        {"part": "baseline", "recipe": {"epochs": 5}, "n_validation": 12_000}
        | {"scores": [0.98], "mean": 0.98},
    ],
    "provenance": {
        "fits": 9,
        "training_images": 60_000,
        "wall_seconds": 7_200,
        "threads": [1],
        "hardware": ["a machine"],
        "versions": [{"keras": "3"}],
        "first": "monday",
        "last": "tuesday",
    },
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "results.json"
    path.write_text(json.dumps(RESULTS))
    return path


@pytest.mark.parametrize("part", TABLES)
def test_every_part_is_a_table_of_even_rows(path, part):
    rows = table(path, part).splitlines()
    assert len(rows) >= 3
    assert len({row.count("|") for row in rows}) == 1


def test_accuracies_come_in_percent_and_spread_in_points(path):
    assert "| 98.60% | 0.14 |" in table(path, "baseline")


def test_a_comparison_shows_its_corrected_p_and_its_verdict(path):
    rows = table(path, "improvements")
    assert "| −0.12 | −0.30 to +0.06 | < 0.001 | worse |" in rows
    assert "| dropout |" in rows
    assert "| 0.400 | no difference shown |" in table(path, "deeper")


def test_only_trials_of_the_final_recipe_are_called_so(path):
    assert table(path, "recipes").splitlines()[2:] == ["| 7 | 10,000 | 1 | 99.00% |"]


def test_what_is_not_measured_is_said_to_be_so(tmp_path, path):
    assert "Not measured yet" in table(tmp_path / "none.json", "baseline")
    path.write_text("{}")
    assert "Not measured yet" in table(path, "final")


def test_the_page_has_every_part(repository):
    page = (repository / "site" / "results.md").read_text("utf-8")
    assert all(f'results_table("{part}")' in page for part in TABLES)
