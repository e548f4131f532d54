"""Tables of the results page, made from ``site/results.json`` and from nothing else.

A part that has not been measured is said to be so. Accuracies are shown in percent, their spread
and differences in points, that is hundredths.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Sequence[str]
Part = Mapping[str, Any]


def table(path: Path, part: str) -> str:
    """Return the table of one part, as Markdown.

    Args:
        path: `site/results.json`, written by `make results`.
        part: such as ``"baseline"``; see `TABLES`.
    """
    results = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if part not in results:
        return '!!! note "Not measured yet"\n    `make results` runs what is missing.\n'
    rows = TABLES[part](results[part])
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    # The first column says what a row is about; the others hold numbers.
    rule = "|---|" + "---:|" * (len(rows[0]) - 1)
    return "\n".join([head, rule, *body])


def percent(share: float) -> str:
    """Return a share in percent, as precisely as ten thousand digits can tell."""
    return f"{100 * share:.2f}%"


def points(share: float, sign: bool = False) -> str:
    """Return a difference or a spread in points, which are hundredths."""
    return f"{100 * share:{'+' if sign else ''}.2f}".replace("-", "−")


def _p(value: float) -> str:
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 95 else f"{seconds / 60:.1f} min"


def _baseline(part: Part) -> list[Row]:
    holdout, seeds = part["holdout"], part["seed_spread"]
    return [
        ("how it was measured", "scores", "mean", "standard deviation"),
        (
            f"{part['k']} folds, each of {part['n_test']:,} digits",
            f"{len(part['scores'])}",
            percent(part["mean"]),
            points(part["std"]),
        ),
        ("the same, if only the draw of digits counted", "", "", points(part["sampling_std"])),
        (
            f"one fold, {len(seeds['seeds'])} seeds",
            f"{len(seeds['scores'])}",
            percent(seeds["mean"]),
            points(seeds["std"]),
        ),
        (
            f"one hold-out of {holdout['n_test']:,} digits, 95% interval "
            f"{percent(holdout['low'])} to {percent(holdout['high'])}",
            "1",
            percent(holdout["accuracy"]),
            "none to be seen",
        ),
    ]


def _kfold(part: Part) -> list[Row]:
    head = ("K", "learns from", "held out", "mean", "standard deviation", "standard error", "cost")
    return [
        head,
        *(
            (
                f"{row['k']}",
                f"{row['n_train']:,}",
                f"{row['n_test']:,}",
                percent(row["mean"]),
                points(row["std"]),
                points(row["standard_error"]),
                _duration(row["seconds"]),
            )
            for row in part.values()
        ),
    ]


def _normalization(part: Part) -> list[Row]:
    rows: list[Row] = [("pixels", "learning rate", "mean accuracy", "standard deviation")]
    shared = part["shared"]
    for kind, words in (("raw", "0 to 255"), ("normalized", "0 to 1")):
        accuracy = shared[f"{kind}_accuracy"]
        rate = f"{shared['learning_rate']:g}, shared"
        rows.append((words, rate, percent(accuracy["mean"]), points(accuracy["std"])))
    for kind, words in (("raw", "0 to 255"), ("normalized", "0 to 1")):
        own = part["own_best"][kind]
        rate = f"{own['learning_rate']:g}, its own best"
        rows.append((words, rate, percent(own["accuracy"]["mean"]), points(own["accuracy"]["std"])))
    return rows


_COMPARED = ("mean", "standard deviation", "difference", "95% interval", "p (Holm)", "verdict")


def _compared(row: Part) -> Row:
    spread = (percent(row["mean"]), points(row["std"]))
    if "difference" not in row:
        return (*spread, "", "", "", "baseline")
    p = row.get("p_holm", row["p"])
    interval = f"{points(row['low'], sign=True)} to {points(row['high'], sign=True)}"
    return (*spread, points(row["difference"], sign=True), interval, _p(p), row["verdict"])


def _improvements(part: Part) -> list[Row]:
    rows = part["configurations"].items()
    return [("change", *_COMPARED), *((name, *_compared(row)) for name, row in rows)]


def _depth(part: Sequence[Part]) -> list[Row]:
    head = (
        "network",
        "convolutions",
        "receptive field",
        "parameters",
        "time per epoch",
        *_COMPARED,
    )
    return [
        head,
        *(
            (
                row["name"],
                f"{row['layers']}",
                f"{row['receptive_field']}",
                f"{row['parameters']:,}",
                _duration(row["seconds_per_epoch"]),
                *_compared(row),
            )
            for row in part
        ),
    ]


def _deeper(part: Part) -> list[Row]:
    head = ("network", "parameters", *_COMPARED[:-2], "p", "verdict")
    return [head, ("section 09's", f"{part['parameters']:,}", *_compared(part))]


def _tested(row: Part) -> Row:
    interval = f"{percent(row['low'])} to {percent(row['high'])}"
    return (f"{row['correct']:,}", percent(row["accuracy"]), interval)


def _side_by_side(part: Mapping[str, Part]) -> list[Row]:
    head = ("network", "parameters", "training", "epochs", "right", "accuracy", "95% interval")
    return [
        head,
        *(
            (
                name,
                f"{row['parameters']:,}",
                _duration(row["seconds"]),
                f"{row['epochs']}",
                *_tested(row),
            )
            for name, row in part.items()
        ),
    ]


def _final(part: Part) -> list[Row]:
    low, high = part["test_accuracy_interval"]
    mean = percent(part["test_accuracy_mean"])
    spread = f"standard deviation {points(part['test_accuracy_std'])}"
    times = part["train_seconds_seeds"]
    return [
        ("seed", "training", "right", "accuracy", "95% interval"),
        *(
            (f"{model['seed']}", _duration(seconds), *_tested(model))
            for model, seconds in zip(part["models"], times, strict=True)
        ),
        (
            "mean",
            _duration(part["train_seconds"]),
            spread,
            mean,
            f"{percent(low)} to {percent(high)}",
        ),
    ]


def _recipes(part: Sequence[Part]) -> list[Row]:
    """Return the trials of the final recipe; the other recipes have tables of their own."""
    trials = [row for row in part if row["part"] == "search"]
    return [
        ("epochs", "held out", "scores", "accuracy"),
        *(
            (
                f"{row['recipe']['epochs']}",
                f"{row['n_validation']:,}",
                f"{len(row['scores'])}",
                percent(row["mean"]),
            )
            for row in trials
        ),
    ]


def _provenance(part: Part) -> list[Row]:
    return [
        ("what", "in this file"),
        ("training runs", f"{part['fits']:,}"),
        ("digits to learn from", f"{part['training_images']:,}"),
        ("time, one run after the other", f"{part['wall_seconds'] / 3600:.1f} h"),
        ("threads for each run", ", ".join(map(str, part["threads"]))),
        ("hardware", "; ".join(part["hardware"])),
        ("versions", "; ".join(_in_words(versions) for versions in part["versions"])),
        ("first and last run", f"{part['first']} to {part['last']}"),
    ]


def _in_words(versions: Any) -> str:
    if not isinstance(versions, Mapping):
        return str(versions)
    return ", ".join(f"{name} {version}" for name, version in versions.items())


TABLES: dict[str, Callable[[Any], list[Row]]] = {
    "baseline": _baseline,
    "kfold": _kfold,
    "normalization": _normalization,
    "improvements": _improvements,
    "depth": _depth,
    "deeper": _deeper,
    "side_by_side": _side_by_side,
    "final": _final,
    "recipes": _recipes,
    "provenance": _provenance,
}
