"""The schema of ``site/results.json``: what each key holds, and a check that it does.

Written as JSON Schema, so that others can check the file too. Accuracies are fractions, differences
are differences of fractions, times are seconds. Whether derived numbers follow from the scores is
checked by the tests, which compute them anew.
"""

from typing import Any

Schema = dict[str, Any]


def _object(description: str, required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": required | (optional or {}),
        "required": sorted(required),
        "additionalProperties": False,
    }


def _map(description: str, values: Schema) -> Schema:
    return {
        "type": "object",
        "description": description,
        "additionalProperties": values,
        "minProperties": 1,
    }


def _list(items: Schema, description: str = "", least: int = 1) -> Schema:
    return {"type": "array", "description": description, "items": items, "minItems": least}


TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SECONDS: Schema = {"type": "number", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
LOSS: Schema = {"type": ["number", "null"], "description": "null where it was not finite"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
KEY: Schema = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
VERDICT: Schema = {"enum": ["better", "worse", "no difference shown"]}
BOOLEAN: Schema = {"type": "boolean"}
ANY: Schema = {}

_SIZES: Schema = {"n_train": COUNT, "n_test": COUNT}
_SPREAD: Schema = {
    "scores": _list(SHARE, "one for each fold or seed, in their order", least=2),
    "mean": SHARE,
    "std": NUMBER | {"description": "of the scores, ddof 1"},
    "standard_error": NUMBER | {"description": "std / sqrt(number of scores)"},
}
_SPREAD_OBJECT = _object("scores and their spread", _SPREAD)
_INTERVAL: Schema = {
    "accuracy": SHARE,
    "low": SHARE | {"description": "of Wilson's 95% interval"},
    "high": SHARE,
}
_COMPARED: Schema = {
    "difference": NUMBER | {"description": "mean of this - baseline, fold by fold"},
    "t": NUMBER | {"description": "Nadeau and Bengio's corrected t, K - 1 degrees of freedom"},
    "p": SHARE | {"description": "two-sided"},
    "low": NUMBER | {"description": "of the 95% interval that goes with the test"},
    "high": NUMBER,
}
_COMPARED_IN_FAMILY: Schema = _COMPARED | {
    "p_holm": SHARE | {"description": "p after Holm's correction over the part's comparisons"},
    "verdict": VERDICT,
}
_HISTORY = _object(
    "one value for each epoch",
    {name: _list(LOSS) for name in ("loss", "accuracy", "val_loss", "val_accuracy")},
)
_MISTAKES = _list(
    _list(COUNT, "index in the test set, label, prediction", least=3), "wrong answers", least=0
)

BASELINE = _object(
    "section 05's baseline by stratified K-fold; also on a hold-out, and with several seeds",
    {
        "network": TEXT,
        "parameters": COUNT,
        "epochs": COUNT,
        "batch_size": COUNT,
        "k": COUNT,
        **_SIZES,
        **_SPREAD,
        "sampling_std": NUMBER | {"description": "sqrt(mean (1 - mean) / n_test)"},
        "seconds_per_epoch": SECONDS,
        "histories": _list(_HISTORY, "one for each fold"),
        "holdout": _object("one stratified split", _SIZES | _INTERVAL),
        "seed_spread": _object(
            "one fold, several seeds", {"fold": COUNT, "seeds": _list(COUNT), **_SPREAD}
        ),
    },
)
KFOLD = _map(
    "the same baseline with several K",
    _object("one K", {"k": COUNT, **_SIZES, **_SPREAD, "seconds": SECONDS}),
)
_LOSSES = _list(_list(LOSS), "for each seed the training loss at each of `steps`")
_OWN_BEST = _object(
    "at the learning rate with the lowest held-out loss of the search",
    {"learning_rate": NUMBER, "losses": _LOSSES, "accuracy": _SPREAD_OBJECT},
)
_SEARCH = _list(
    _object("one try", {"learning_rate": NUMBER, "val_loss": LOSS, "val_accuracy": SHARE})
)
NORMALIZATION = _object(
    "raw pixels, 0 to 255, against pixels divided by 255",
    {
        "network": TEXT,
        "epochs": COUNT,
        "batch_size": COUNT,
        **_SIZES,
        "seeds": _list(COUNT),
        "steps": _list(COUNT),
        "shared": _object(
            "at one learning rate",
            {
                "learning_rate": NUMBER,
                "raw": _LOSSES,
                "normalized": _LOSSES,
                "raw_accuracy": _SPREAD_OBJECT,
                "normalized_accuracy": _SPREAD_OBJECT,
            },
        ),
        "own_best": _object("each at its own", {"raw": _OWN_BEST, "normalized": _OWN_BEST}),
        "search": _object("all that was tried", {"raw": _SEARCH, "normalized": _SEARCH}),
    },
)
IMPROVEMENTS = _object(
    "changes of section 08's baseline, one at a time and all together, on the same folds",
    {
        "network": TEXT,
        "epochs": COUNT,
        "k": COUNT,
        **_SIZES,
        "comparisons": COUNT,
        "configurations": _map(
            "by name, the baseline first",
            _object(
                "one configuration; the comparison is left out for the baseline itself",
                {"change": ANY, "parameters": COUNT, "seconds_per_epoch": SECONDS, **_SPREAD},
                _COMPARED_IN_FAMILY,
            ),
        ),
        "winner": _object(
            "the highest mean; optimistic, since it was chosen by the very scores that it has",
            {"name": TEXT, "mean": SHARE, "optimistic": {"const": True}},
        ),
    },
)
DEPTH = _list(
    _object(
        "one network; the comparison is left out for the baseline itself",
        {
            "name": TEXT,
            "network": TEXT,
            "layers": COUNT | {"description": "how many convolutions"},
            "plan": _list(TEXT, "all layers, in words"),
            "parameters": COUNT,
            "receptive_field": COUNT | {"description": "pixels in a row, of the last map"},
            "seconds_per_epoch": SECONDS,
            "epochs": COUNT,
            **_SIZES,
            **_SPREAD,
        },
        _COMPARED_IN_FAMILY,
    ),
    "networks by depth, then by filters and window, on the same folds",
)
DEEPER = _object(
    "section 09's deeper network against its network of one convolution, trained alike",
    {
        "network": TEXT,
        "baseline": TEXT,
        "parameters": COUNT,
        "epochs": COUNT,
        "k": COUNT,
        **_SIZES,
        **_SPREAD,
        **_COMPARED,
        "verdict": VERDICT,
    },
)
_TESTED: Schema = {"correct": COUNT, **_INTERVAL}
SIDE_BY_SIDE = _map(
    "well-known networks, trained for the same time on all training images, then tested",
    _object(
        "one network",
        {
            "network": TEXT,
            "parameters": COUNT,
            "batch_size": COUNT,
            "budget_seconds": SECONDS,
            "seconds": SECONDS,
            "threads": COUNT,
            "epochs": COUNT | {"description": "begun; the last one may be cut off"},
            "seconds_per_epoch": SECONDS,
            "hardware": TEXT,
            **_TESTED,
        },
    ),
)
FINAL = _object(
    "the final recipe, trained on all training images with several seeds, tested once",
    {
        "parameters": COUNT,
        "epochs": COUNT,
        "n_train": COUNT,
        "seeds": _list(COUNT),
        "test_accuracy_mean": SHARE,
        "test_accuracy_std": NUMBER,
        "test_accuracy_seeds": _list(SHARE),
        "test_accuracy_interval": _list(SHARE, "Wilson's, of the mean", least=2),
        "train_seconds": SECONDS | {"description": "mean of the seeds, wall time"},
        "train_seconds_seeds": _list(SECONDS),
        "seconds_per_epoch": SECONDS,
        "threads": COUNT,
        "hardware": TEXT,
        "models": _list(
            _object(
                "one seed",
                {"seed": COUNT, "key": KEY, "file": TEXT, "sha256": HASH, **_TESTED},
            )
        ),
        "confusion": _list(_list(COUNT, least=10), "of the first seed, rows true", least=10),
        "mistakes": _MISTAKES,
        "mistake_pictures": {"type": "string", "description": "see `pictures.unpack`"},
    },
)
TEST = _object(
    "the look at the test set",
    {
        "sha256": HASH,
        "images": COUNT,
        "label_counts": _list(COUNT, least=10),
        "evaluations": COUNT | {"description": "how many looks there ever were"},
        "when": TEXT,
        "models": _list(_object("one model", {"key": KEY, "sha256": HASH, "mistakes": _MISTAKES})),
    },
)
PROTOCOL = _object(
    "what is the same for all parts",
    {
        "folds": TEXT,
        "k": COUNT,
        "epochs": _map("by part", COUNT),
        "score": TEXT,
        "schedules": TEXT,
        "test": TEXT,
        "significance": SHARE,
        "seconds": TEXT,
        "deterministic": BOOLEAN,
        "full": BOOLEAN | {"description": "false for a quick run, which measures nothing"},
    },
)
PROVENANCE = _object(
    "where the numbers come from",
    {
        "data_sha256": HASH | {"description": "of the training images and labels"},
        "training_images": COUNT,
        "fits": COUNT,
        "wall_seconds": SECONDS,
        "cpu_seconds": SECONDS,
        "highest_load": {"type": "number", "minimum": 0}
        | {"description": "processes that waited for a core, at most"},
        "seeds": _list(COUNT, least=0),
        "threads": _list(COUNT, least=0),
        "hardware": _list(TEXT, least=0),
        "versions": _list(_map("by package", TEXT), least=0),
        "first": {"type": ["string", "null"]},
        "last": {"type": ["string", "null"]},
    },
)
RECIPES = _list(
    _object(
        "one recipe that was tried, and its accuracy on held-out training images",
        {
            "part": TEXT,
            "recipe": {"type": "object"},
            "scores": _list(SHARE, "over folds and seeds"),
            "n_validation": COUNT,
            "mean": SHARE,
        },
    ),
    least=0,
)
RESULTS: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        "measured results of the course; a part that has not been measured yet is left out",
        {
            "schema": {"const": 1},
            "complete": BOOLEAN,
            "missing": {"type": "object", "additionalProperties": COUNT},
            "protocol": PROTOCOL,
            "provenance": PROVENANCE,
            "recipes": RECIPES,
        },
        {
            "baseline": BASELINE,
            "kfold": KFOLD,
            "normalization": NORMALIZATION,
            "improvements": IMPROVEMENTS,
            "depth": DEPTH,
            "deeper": DEEPER,
            "side_by_side": SIDE_BY_SIDE,
            "final": FINAL,
            "test": TEST,
        },
    ),
}
MEASURED_PARTS = (
    *("baseline", "kfold", "normalization", "improvements", "depth", "deeper"),
    *("side_by_side", "final", "test"),
)


def validate(results: Any) -> None:
    """Check results against the schema.

    Raises:
        jsonschema.ValidationError: they do not fit; also if they call themselves complete and a
            part is missing.
    """
    import jsonschema

    schema = RESULTS
    if isinstance(results, dict) and results.get("complete"):
        schema = RESULTS | {"required": [*RESULTS["required"], *MEASURED_PARTS]}
    jsonschema.validate(results, schema)
