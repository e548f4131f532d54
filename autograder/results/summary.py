"""Derives ``site/results.json`` from the records, and from nothing else.

A part whose fits are not all recorded is left out, and named under ``missing``. What each key
holds is written in `schema`.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.results import plan
from autograder.results.evaluation import Frozen, Tested, last_of
from autograder.results.plan import BASELINE_NAME, PARTS, Scale
from autograder.results.recipe import Fit
from autograder.results.records import Record
from autograder.results.statistics import compared, confusion, holm, interval, spread
from autograder.results.store import Store, missing_fits

SCHEMA_VERSION = 1
SIGNIFICANCE = 0.05
TEST = "test"


class Missing(LookupError):
    """A fit that a part needs has not been run."""


def summarize(scale: Scale, store: Store, looks: Sequence[Tested]) -> dict[str, Any]:
    """Return the content of ``site/results.json``.

    Args:
        scale: which plan the records are looked up by.
        store: the records.
        looks: all looks at the test set.
    """
    parts: dict[str, Any] = {}
    for name, derive in (
        ("baseline", _baseline),
        ("kfold", _kfold),
        ("normalization", _normalization),
        ("improvements", _improvements),
        ("depth", _depth),
        ("deeper", _deeper),
    ):
        try:
            parts[name] = derive(scale, store)
        except Missing:
            continue
    tested = last_of(looks, {model.key: model.sha256 for model in frozen_models(scale, store)})
    if tested is not None:
        parts["side_by_side"] = _side_by_side(scale, store, tested)
        parts["final"] = _final(scale, store, tested)
        parts["test"] = _test(tested, len(looks))
    missing = _missing(scale, store, tested)
    return {
        "schema": SCHEMA_VERSION,
        "complete": not missing,
        "missing": missing,
        "protocol": _protocol(scale),
        "provenance": _provenance(scale, store),
        **parts,
        "recipes": _recipes(store),
    }


def write_results(results: dict[str, Any], path: Path) -> None:
    """Write the file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    text = json.dumps(results, indent=1, allow_nan=False, ensure_ascii=False)
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)


def frozen_models(scale: Scale, store: Store) -> list[Frozen]:
    """Return the models that wait for the test set, or were shown it; none until all are there."""
    fits = plan.final(scale)
    if not fits:
        return []
    found = [store.find(fit) for fit in (*fits, *plan.side_by_side(scale).values())]
    frozen = []
    for record in found:
        if record is None or record.model is None:
            return []
        frozen.append(Frozen(record.key, record.model["sha256"]))
    return frozen


def _records(store: Store, fits: Sequence[Fit]) -> list[Record]:
    found = []
    for fit in fits:
        record = store.find(fit)
        if record is None:
            raise Missing(f"{fit} has not been run.")
        found.append(record)
    return found


def _scores(records: Sequence[Record]) -> list[float]:
    return [record.score for record in records if record.score is not None]


def _sizes(records: Sequence[Record]) -> dict[str, int]:
    """Return how many images the first fold learns from and is scored on."""
    return {"n_train": records[0].n_train, "n_test": records[0].n_validation}


def _seconds_per_epoch(records: Sequence[Record]) -> float:
    """Return the median processor time of an epoch; the first of each fit compiles the network."""
    times = [s for record in records for s in record.epoch_cpu_seconds[1:]]
    times = times or [s for record in records for s in record.epoch_cpu_seconds]
    return _median(times)


def _median(values: Sequence[float]) -> float:
    return round(float(np.median(values)), 3)


def _without(mapping: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key != name}


def _baseline(scale: Scale, store: Store) -> dict[str, Any]:
    fit = plan.baseline(scale)
    folds = _records(store, plan.kfold(scale, scale.k))
    (holdout,) = _records(store, [plan.baseline_holdout(scale)])
    seeds = _records(store, plan.baseline_seeds(scale))
    assert holdout.score is not None
    found = spread(_scores(folds))
    sizes = _sizes(folds)
    return {
        "network": fit.network,
        "parameters": folds[0].parameters,
        "epochs": fit.epochs,
        "batch_size": fit.batch_size,
        "k": scale.k,
        **sizes,
        **found,
        # What sampling alone would give: the spread of an accuracy on so many digits.
        "sampling_std": float(np.sqrt(found["mean"] * (1 - found["mean"]) / sizes["n_test"])),
        "seconds_per_epoch": _seconds_per_epoch(folds),
        "histories": [record.history for record in folds],
        "holdout": {
            "n_train": holdout.n_train,
            "n_test": holdout.n_validation,
            **interval(round(holdout.score * holdout.n_validation), holdout.n_validation),
        },
        "seed_spread": {"fold": 0, "seeds": list(range(scale.seeds)), **spread(_scores(seeds))},
    }


def _kfold(scale: Scale, store: Store) -> dict[str, Any]:
    rows = {}
    for k in scale.ks:
        records = _records(store, plan.kfold(scale, k))
        rows[str(k)] = {
            "k": k,
            **_sizes(records),
            **spread(_scores(records)),
            "seconds": round(sum(sum(record.epoch_cpu_seconds) for record in records), 1),
        }
    return rows


def _normalization(scale: Scale, store: Store) -> dict[str, Any]:
    shared: dict[str, Any] = {"learning_rate": plan.SHARED_RATE}
    own_best: dict[str, Any] = {}
    search: dict[str, Any] = {}
    records: list[Record] = []
    for preparation in plan.PREPARATIONS:
        tried = _records(store, plan.normalization_search(scale, preparation))
        rate = plan.best_rate(scale, preparation, store.find)
        assert rate is not None
        records = _records(store, plan.normalization_seeds(scale, preparation, plan.SHARED_RATE))
        shared[preparation] = _losses(records)
        shared[f"{preparation}_accuracy"] = spread(_scores(records))
        records = _records(store, plan.normalization_seeds(scale, preparation, rate))
        own_best[preparation] = {
            "learning_rate": rate,
            "losses": _losses(records),
            "accuracy": spread(_scores(records)),
        }
        search[preparation] = [
            {
                "learning_rate": record.recipe["learning_rate"],
                "val_loss": record.history["val_loss"][-1],
                "val_accuracy": record.score,
            }
            for record in tried
        ]
    assert records[0].curve is not None
    return {
        "network": plan.BASELINE,
        "epochs": scale.epochs["normalization"],
        "batch_size": plan.baseline(scale).batch_size,
        **_sizes(records),
        "seeds": list(range(scale.few_seeds)),
        "steps": records[0].curve["steps"],
        "shared": shared,
        "own_best": own_best,
        "search": search,
    }


def _losses(records: Sequence[Record]) -> list[list[float | None]]:
    return [record.curve["losses"] for record in records if record.curve is not None]


def _improvements(scale: Scale, store: Store) -> dict[str, Any]:
    fits = plan.improvements(scale)
    records = {name: _records(store, plan.folds_of(scale, fit)) for name, fit in fits.items()}
    sizes = _sizes(records[BASELINE_NAME])
    rows: dict[str, Any] = {}
    for name, found in records.items():
        change = plan.IMPROVEMENTS.get(name, {})
        rows[name] = {
            "change": change.get("arguments", {})
            | {k: v for k, v in change.items() if k != "arguments"},
            "parameters": found[0].parameters,
            "seconds_per_epoch": _seconds_per_epoch(found),
            **spread(_scores(found)),
        }
    _compare_with_baseline(rows, sizes)
    winner = max(rows, key=lambda name: rows[name]["mean"])
    return {
        "network": plan.SMALL,
        "epochs": scale.epochs["improvements"],
        "k": scale.k,
        **sizes,
        "comparisons": len(rows) - 1,
        "configurations": rows,
        # The best of several scores on the same folds is a lucky one, so it promises too much.
        "winner": {"name": winner, "mean": rows[winner]["mean"], "optimistic": True},
    }


def _compare_with_baseline(rows: dict[str, Any], sizes: dict[str, int]) -> None:
    """Add to each row but the baseline's its difference, t, p, interval, Holm's p and a verdict."""
    base = rows[BASELINE_NAME]["scores"]
    others = [row for name, row in rows.items() if name != BASELINE_NAME]
    for row in others:
        row |= compared(row["scores"], base, sizes["n_train"], sizes["n_test"])
    for row, p in zip(others, holm([row["p"] for row in others]), strict=True):
        row["p_holm"] = p
        row["verdict"] = verdict(row["difference"], p)


def verdict(difference: float, p: float) -> str:
    """Return "better", "worse" or "no difference shown" by the p-value of a comparison."""
    if p >= SIGNIFICANCE:
        return "no difference shown"
    return "better" if difference > 0 else "worse"


def _depth(scale: Scale, store: Store) -> list[dict[str, Any]]:
    rows: dict[str, Any] = {}
    sizes = {}
    for name, fit in plan.depth(scale).items():
        records = _records(store, plan.folds_of(scale, fit))
        sizes = _sizes(records)
        design = records[0].design
        assert design is not None
        rows[name] = {
            "name": name,
            "network": fit.network,
            "layers": design["convolutions"],
            "plan": design["layers"],
            "parameters": records[0].parameters,
            "receptive_field": design["receptive_field"],
            "seconds_per_epoch": _seconds_per_epoch(records),
            "epochs": fit.epochs,
            **sizes,
            **spread(_scores(records)),
        }
    _compare_with_baseline(rows, sizes)
    return list(rows.values())


def _deeper(scale: Scale, store: Store) -> dict[str, Any]:
    """Return the deeper network of section 09 against that of one convolution, trained alike."""
    fits = plan.depth(scale)
    fit, base = fits["deeper"], fits[BASELINE_NAME]
    records = _records(store, plan.folds_of(scale, fit))
    baseline = _records(store, plan.folds_of(scale, base))
    sizes = _sizes(records)
    against = compared(_scores(records), _scores(baseline), sizes["n_train"], sizes["n_test"])
    return {
        "network": fit.network,
        "baseline": base.network,
        "parameters": records[0].parameters,
        "epochs": fit.epochs,
        "k": scale.k,
        **sizes,
        **spread(_scores(records)),
        **against,
        "verdict": verdict(against["difference"], against["p"]),
    }


def _tested(tested: Tested, key: str) -> dict[str, Any]:
    total = sum(tested.label_counts)
    correct = total - len(tested.mistakes(key))
    return {"correct": correct, **interval(correct, total)}


def _side_by_side(scale: Scale, store: Store, tested: Tested) -> dict[str, Any]:
    rows = {}
    for name, fit in plan.side_by_side(scale).items():
        (record,) = _records(store, [fit])
        rows[name] = {
            "network": fit.network,
            "parameters": record.parameters,
            "batch_size": fit.batch_size,
            "budget_seconds": fit.budget_seconds,
            "seconds": record.seconds,
            "threads": fit.threads,
            "epochs": len(record.epoch_seconds),
            "seconds_per_epoch": float(
                np.median(record.epoch_seconds[:-1] or record.epoch_seconds)
            ),
            "hardware": record.hardware,
            **_tested(tested, record.key),
        }
    return rows


def _final(scale: Scale, store: Store, tested: Tested) -> dict[str, Any]:
    records = _records(store, plan.final(scale))
    found = [_tested(tested, record.key) for record in records]
    accuracies = [one["accuracy"] for one in found]
    total = sum(tested.label_counts)
    mean = spread(accuracies)
    mistakes = tested.mistakes(records[0].key)
    return {
        "parameters": records[0].parameters,
        "epochs": records[0].recipe["epochs"],
        "n_train": records[0].n_train,
        "seeds": [record.recipe["seed"] for record in records],
        "test_accuracy_mean": mean["mean"],
        "test_accuracy_std": mean["std"],
        "test_accuracy_seeds": accuracies,
        # All seeds see the same test images, so the interval is that of one look at them.
        "test_accuracy_interval": _interval_of_mean(mean["mean"], total),
        "train_seconds": round(float(np.mean([record.seconds for record in records])), 1),
        "train_seconds_seeds": [record.seconds for record in records],
        "seconds_per_epoch": _median([s for r in records for s in r.epoch_seconds]),
        "threads": records[0].threads,
        "hardware": records[0].hardware,
        "models": [
            {"seed": record.recipe["seed"], "key": record.key, **(record.model or {}), **one}
            for record, one in zip(records, found, strict=True)
        ],
        "confusion": confusion(tested.label_counts, mistakes),
        "mistakes": mistakes,
        "mistake_pictures": tested.pictures,
    }


def _interval_of_mean(mean: float, total: int) -> list[float]:
    from autograder.results.references import reference

    return list(reference("09_deepen.accuracy_interval")(mean * total, total))


def _test(tested: Tested, looks: int) -> dict[str, Any]:
    return {
        "sha256": tested.sha256,
        "images": sum(tested.label_counts),
        "label_counts": tested.label_counts,
        "evaluations": looks,
        "when": tested.when,
        "models": tested.models,
    }


def _missing(scale: Scale, store: Store, tested: Tested | None) -> dict[str, int]:
    """Return how many fits each part lacks, as far as they can be named by now."""
    missing = {part: len(missing_fits(part, scale, store.find)) for part in PARTS}
    if not plan.final(scale):
        missing["final"] = scale.few_seeds
    missing = {part: number for part, number in missing.items() if number}
    return missing if tested is not None else missing | {TEST: 1}


def _protocol(scale: Scale) -> dict[str, Any]:
    return {
        "folds": "06_evaluate.stratified_folds, seed 0; the same for all parts",
        "k": scale.k,
        "epochs": dict(scale.epochs),
        "score": "accuracy on the held-out images after the last epoch",
        "schedules": "constant learning rates; in depth they fall to 0 along half a cosine",
        "test": "corrected paired t-test (Nadeau and Bengio, 2003), Holm over a part's comparisons",
        "significance": SIGNIFICANCE,
        "seconds": (
            "seconds and seconds_per_epoch of folds are processor seconds of training alone; those "
            "of side_by_side and final are wall time"
        ),
        "deterministic": True,
        "full": scale is plan.FULL,
    }


def _provenance(scale: Scale, store: Store) -> dict[str, Any]:
    """Return whence the records that this plan uses come."""
    used = {}
    for part in PARTS:
        for fit in plan.fits_of(part, scale, store.find):
            record = store.find(fit)
            if record is not None:
                used[record.key] = record
    records = list(used.values())
    return {
        "data_sha256": store.data,
        "training_images": max((r.n_train + r.n_validation for r in records), default=0),
        "fits": len(records),
        "wall_seconds": round(sum(record.seconds for record in records), 1),
        "cpu_seconds": round(sum(sum(record.epoch_cpu_seconds) for record in records), 1),
        # Above 0 others used the machine, too: scores are the same then, and times are longer.
        "highest_load": max((record.load for record in records), default=0.0),
        "seeds": sorted({record.recipe["seed"] for record in records}),
        "threads": sorted({record.threads for record in records}),
        "hardware": sorted({record.hardware for record in records}),
        "versions": _distinct([record.versions for record in records]),
        "first": min((record.when for record in records), default=None),
        "last": max((record.when for record in records), default=None),
    }


def _distinct(values: Sequence[Any]) -> list[Any]:
    distinct: list[Any] = []
    for value in values:
        if value not in distinct:
            distinct.append(value)
    return distinct


def _recipes(store: Store) -> list[dict[str, Any]]:
    """Return every recipe that was tried on these digits and scored, with its scores.

    Fits that differ in fold and seed alone are one recipe.
    """
    groups: dict[str, dict[str, Any]] = {}
    for record in store.records.values():
        if record.data != store.data or record.score is None:
            continue
        recipe = _without_chance(record.recipe)
        name = json.dumps([record.part, record.code, recipe], sort_keys=True)
        new: dict[str, Any] = {"part": record.part, "recipe": recipe, "scores": []}
        group = groups.setdefault(name, new | {"n_validation": record.n_validation})
        group["scores"].append(record.score)
    for group in groups.values():
        group["mean"] = float(np.mean(group["scores"]))
    return list(groups.values())


def _without_chance(recipe: dict[str, Any]) -> dict[str, Any]:
    kept = _without(recipe, "seed")
    if isinstance(kept.get("images"), dict):
        kept["images"] = _without(kept["images"], "fold")
    return kept
