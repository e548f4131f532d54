"""Computes every derived number of a results file anew, by arithmetic of its own.

Nothing of `summary` and of the solutions is used here, so a fault there is noticed.
"""

import base64
import math
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from scipy import stats

Check = Callable[[str, Any, Any], None]


def discrepancies(results: dict[str, Any]) -> list[str]:
    """Return where a derived number does not follow from the raw ones, in words; none if all do."""
    found = []

    def check(where: str, said: Any, computed: Any) -> None:
        same = said == computed
        if isinstance(computed, float):
            same = math.isclose(said, computed, rel_tol=1e-9, abs_tol=1e-12)
        if not same:
            found.append(f"{where} is {said}, and should be {computed}")

    _spreads(results, check)
    for part, look in _PARTS.items():
        if part in results:
            look(results, check)
    for index, recipe in enumerate(results["recipes"]):
        check(f"recipes[{index}].mean", recipe["mean"], float(np.mean(recipe["scores"])))
    measured = set(_PARTS) <= set(results)
    check("complete", results["complete"], measured and not results["missing"])
    return found


def _spreads(results: dict[str, Any], check: Check) -> None:
    """Check mean, std and standard error wherever there are scores."""
    for where, node in _walk(results):
        if "scores" not in node or "std" not in node:
            continue
        scores = node["scores"]
        n, mean = len(scores), math.fsum(scores) / len(scores)
        std = math.sqrt(math.fsum((s - mean) ** 2 for s in scores) / (n - 1))
        check(f"{where}.mean", node["mean"], mean)
        check(f"{where}.std", node["std"], std)
        check(f"{where}.standard_error", node["standard_error"], std / math.sqrt(n))


def _walk(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield where, node
        for name, child in node.items():
            yield from _walk(child, f"{where}.{name}" if where else name)
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from _walk(child, f"{where}[{index}]")


def _baseline(results: dict[str, Any], check: Check) -> None:
    found = results["baseline"]
    mean = found["mean"]
    check("baseline.k", found["k"], len(found["scores"]))
    check("baseline.sampling_std", found["sampling_std"], _binomial(mean, found["n_test"]))
    for fold, history in enumerate(found["histories"]):
        check(f"baseline, fold {fold}", found["scores"][fold], history["val_accuracy"][-1])
        check(f"baseline, fold {fold}, epochs", len(history["loss"]), found["epochs"])
    holdout = found["holdout"]
    _interval("baseline.holdout", holdout, holdout["accuracy"], holdout["n_test"], check)
    seeds = found["seed_spread"]
    check("baseline, seed 0 of fold 0", seeds["scores"][0], found["scores"][0])
    check("baseline, seeds", len(seeds["seeds"]), len(seeds["scores"]))
    check("baseline.parameters", found["parameters"], _BY_HAND[found["network"]])


def _kfold(results: dict[str, Any], check: Check) -> None:
    total = results["provenance"]["training_images"]
    for name, row in results["kfold"].items():
        k = int(name)
        check(f"kfold.{name}.k", row["k"], k)
        check(f"kfold.{name}.scores", len(row["scores"]), k)
        check(f"kfold.{name}: sizes", row["n_train"] + row["n_test"], total)
        check(f"kfold.{name}: share", abs(row["n_test"] - total / k) < 1, True)
    shared = results["kfold"].get(str(results["protocol"]["k"]))
    if shared and "baseline" in results:
        check("kfold and baseline", shared["scores"], results["baseline"]["scores"])


def _normalization(results: dict[str, Any], check: Check) -> None:
    found = results["normalization"]
    for preparation in ("raw", "normalized"):
        best = found["own_best"][preparation]
        tried = [t for t in found["search"][preparation] if t["val_loss"] is not None]
        lowest = min(tried, key=lambda t: t["val_loss"])
        check(f"best rate, {preparation}", best["learning_rate"], lowest["learning_rate"])
        for curves in (found["shared"][preparation], best["losses"]):
            check(f"seeds, {preparation}", len(curves), len(found["seeds"]))
            for losses in curves:
                check(f"steps, {preparation}", len(losses), len(found["steps"]))


def _improvements(results: dict[str, Any], check: Check) -> None:
    found = results["improvements"]
    rows = found["configurations"]
    _family("improvements", rows, found["n_train"], found["n_test"], check)
    check("improvements.comparisons", found["comparisons"], len(rows) - 1)
    winner = max(rows, key=lambda name: rows[name]["mean"])
    check("improvements.winner", found["winner"]["name"], winner)
    check("improvements.winner.mean", found["winner"]["mean"], rows[winner]["mean"])


def _depth(results: dict[str, Any], check: Check) -> None:
    rows = {row["name"]: row for row in results["depth"]}
    _family("depth", rows, results["depth"][0]["n_train"], results["depth"][0]["n_test"], check)
    for name, row in rows.items():
        parameters, field, convolutions = _from_plan(row["plan"])
        check(f"depth, {name}, parameters", row["parameters"], parameters)
        check(f"depth, {name}, receptive field", row["receptive_field"], field)
        check(f"depth, {name}, layers", row["layers"], convolutions)


def _deeper(results: dict[str, Any], check: Check) -> None:
    found = results["deeper"]
    if "depth" in results:
        base = next(row["scores"] for row in results["depth"] if row["name"] == "baseline")
        p = _comparison("deeper", found, base, found["n_train"], found["n_test"], check)
        check("deeper.verdict", found["verdict"], _verdict(found["difference"], p))
    check("deeper.parameters", found["parameters"], _BY_HAND[found["network"]])


def _side_by_side(results: dict[str, Any], check: Check) -> None:
    total = results["test"]["images"]
    for name, row in results["side_by_side"].items():
        _interval(f"side_by_side.{name}", row, row["correct"] / total, total, check)
        if row["network"] in _BY_HAND:
            check(f"side_by_side.{name}", row["parameters"], _BY_HAND[row["network"]])


def _final(results: dict[str, Any], check: Check) -> None:
    found, test = results["final"], results["test"]
    total = test["images"]
    of_key = {model["key"]: model for model in test["models"]}
    accuracies = found["test_accuracy_seeds"]
    check("final, seeds", len(found["seeds"]), len(accuracies))
    check("final.test_accuracy_mean", found["test_accuracy_mean"], float(np.mean(accuracies)))
    if len(accuracies) > 1:
        check(
            "final.test_accuracy_std", found["test_accuracy_std"], float(np.std(accuracies, ddof=1))
        )
    low, high = _wilson(found["test_accuracy_mean"], total)
    check("final, interval, low", found["test_accuracy_interval"][0], low)
    check("final, interval, high", found["test_accuracy_interval"][1], high)
    seconds = round(float(np.mean(found["train_seconds_seeds"])), 1)
    check("final.train_seconds", found["train_seconds"], seconds)
    for index, model in enumerate(found["models"]):
        tested = of_key[model["key"]]
        correct = total - len(tested["mistakes"])
        check(f"final, seed {model['seed']}, hash", model["sha256"], tested["sha256"])
        check(f"final, seed {model['seed']}, correct", model["correct"], correct)
        check(f"final, seed {model['seed']}", accuracies[index], correct / total)
        _interval(f"final, seed {model['seed']}", model, correct / total, total, check)
    first = of_key[found["models"][0]["key"]]["mistakes"]
    check("final.mistakes", found["mistakes"], first)
    matrix = np.zeros((10, 10), int)
    for _, label, prediction in first:
        matrix[label, prediction] += 1
    for digit, count in enumerate(test["label_counts"]):
        matrix[digit, digit] = count - matrix[digit].sum()
    check("final.confusion", found["confusion"], matrix.tolist())
    pictures = zlib.decompress(base64.b64decode(found["mistake_pictures"]))
    check("final.mistake_pictures", len(pictures), 784 * len(first))


def _test(results: dict[str, Any], check: Check) -> None:
    test = results["test"]
    check("test.images", test["images"], sum(test["label_counts"]))
    for model in test["models"]:
        indices = [index for index, *_ in model["mistakes"]]
        check("test, mistakes", len(set(indices)), len(indices))
        check("test, indices", all(0 <= index < test["images"] for index in indices), True)
        wrong = all(label != prediction for _, label, prediction in model["mistakes"])
        check("test, mistakes are mistakes", wrong, True)


_PARTS = {
    "baseline": _baseline,
    "kfold": _kfold,
    "normalization": _normalization,
    "improvements": _improvements,
    "depth": _depth,
    "deeper": _deeper,
    "side_by_side": _side_by_side,
    "final": _final,
    "test": _test,
}


def _family(part: str, rows: dict[str, Any], n_train: int, n_test: int, check: Check) -> None:
    base = rows["baseline"]
    others = {name: row for name, row in rows.items() if name != "baseline"}
    check(f"{part}, baseline", "difference" in base, False)
    p_values = {
        name: _comparison(f"{part}, {name}", row, base["scores"], n_train, n_test, check)
        for name, row in others.items()
    }
    for name, row in others.items():
        # Holm: a hypothesis falls if all with smaller p fall, each at its own level.
        smaller = [p for p in p_values.values() if p <= p_values[name]]
        adjusted = max(min(1.0, p * sum(q >= p for q in p_values.values())) for p in smaller)
        check(f"{part}, {name}, p_holm", row["p_holm"], adjusted)
        check(f"{part}, {name}, verdict", row["verdict"], _verdict(row["difference"], adjusted))


def _comparison(
    where: str, row: dict[str, Any], base: list[float], n_train: int, n_test: int, check: Check
) -> float:
    differences = [a - b for a, b in zip(row["scores"], base, strict=True)]
    k = len(differences)
    mean = math.fsum(differences) / k
    variance = math.fsum((d - mean) ** 2 for d in differences) / (k - 1)
    error = math.sqrt(variance * (1 / k + n_test / n_train))
    t = mean / error
    p = 2 * float(stats.t.cdf(-abs(t), k - 1))
    half = float(stats.t.ppf(0.975, k - 1)) * error
    for name, computed in (
        ("difference", mean),
        ("t", t),
        ("p", p),
        ("low", mean - half),
        ("high", mean + half),
    ):
        check(f"{where}, {name}", row[name], computed)
    return p


def _verdict(difference: float, p: float) -> str:
    if p >= 0.05:
        return "no difference shown"
    return "better" if difference > 0 else "worse"


def _binomial(share: float, n: int) -> float:
    return math.sqrt(share * (1 - share) / n)


def _interval(where: str, row: dict[str, Any], share: float, n: int, check: Check) -> None:
    low, high = _wilson(share, n)
    check(f"{where}, accuracy", row["accuracy"], share)
    check(f"{where}, low", row["low"], low)
    check(f"{where}, high", row["high"], high)


def _wilson(share: float, n: int) -> tuple[float, float]:
    """Solve (p - share)² = z² p (1 - p) / n for p."""
    z = float(stats.norm.ppf(0.975))
    a, b, c = 1 + z**2 / n, -(2 * share + z**2 / n), share**2
    root = math.sqrt(b**2 - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def _from_plan(layers: list[str]) -> tuple[int, int, int]:
    """Count parameters, receptive field and convolutions from the layers in words.

    Padding is not said in words: a convolution of a map of 4 × 4 keeps its size here, as in the
    deepest network.
    """
    side, channels, values = 28, 1, 0
    parameters, seen, apart, convolutions = 0, 1, 1, 0
    for layer in layers:
        name, *settings = layer.split()
        if name == "Conv2D":
            filters, window = int(settings[0]), int(settings[1].partition("×")[0])
            parameters += filters * (window**2 * channels + 1)
            channels, convolutions = filters, convolutions + 1
            side -= window - 1 if side > 4 else 0
            seen += (window - 1) * apart
        elif name == "MaxPooling2D":
            side //= 2
            seen += apart
            apart *= 2
        elif name == "Flatten":
            values = side**2 * channels
        elif name == "Dense":
            parameters += int(settings[0]) * (values + 1)
            values = int(settings[0])
    return parameters, seen, convolutions


# Counted on paper: (9 + 1) 32 + (13² 32 + 1) 100 + 101 × 10, and so on.
_BY_HAND = {
    "05_build.build_baseline": 542_230,
    "09_deepen.build_deeper": 320 + 18_496 + 36_928 + 57_700 + 1_010,
    "tutorial_deeper": 159_254,
    "keras_example": 34_826,
}
