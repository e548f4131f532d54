"""The one look at the test set: all frozen models are asked in a single call.

What comes of it is a line in ``records/test.jsonl``. The line names each model by the sha256 of its
file, so that anyone can see that nothing was trained or chosen afterwards; each further look is a
further line, and ``site/results.json`` says how many there were.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.results import records
from autograder.results.digits import TestSet, data_hash
from autograder.results.pictures import pack


class ModelChanged(RuntimeError):
    """A frozen model is no longer the one that was frozen; the message says which."""


@dataclass(frozen=True)
class Frozen:
    """A trained model that waits for the test set.

    Attributes:
        key: of the fit that made it.
        sha256: of the file.
    """

    key: str
    sha256: str


@dataclass(frozen=True)
class Tested:
    """What one look at the test set gave.

    Attributes:
        sha256: of the test images and labels.
        label_counts: how many images of each class there are, (10,).
        models: for each model its key, its hash and its ``mistakes``, a list of ``[index, label,
            prediction]``.
        pictures: the images of the first model's mistakes, packed, so that nobody has to open the
            test set again to show them.
        when: UTC.
    """

    sha256: str
    label_counts: list[int]
    models: list[dict[str, Any]]
    pictures: str
    when: str

    def mistakes(self, key: str) -> list[list[int]]:
        """Return the mistakes of the model that a fit made.

        Raises:
            LookupError: it was not tested.
        """
        for model in self.models:
            if model["key"] == key:
                found: list[list[int]] = model["mistakes"]
                return found
        raise LookupError(f"The model of fit {key} has not been tested.")


def evaluate(frozen: Sequence[Frozen], models: Path, test_set: TestSet) -> Tested:
    """Open the test set and ask all models.

    Args:
        frozen: the models, all of them trained, at least one.
        models: the folder with their files, ``KEY.keras``.
        test_set: not opened yet.

    Raises:
        ModelChanged: a file is not the one that was frozen. The test set stays closed.
        SecondLook: the test set was opened before.
    """
    for model in frozen:
        path = models / f"{model.key}.keras"
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != model.sha256:
            raise ModelChanged(
                f"{path} is not the model that was frozen. Train it again with `--fresh`, then "
                "test all models together."
            )
    import keras

    from autograder.results.fit import prepare

    loaded = [keras.saving.load_model(models / f"{model.key}.keras") for model in frozen]
    images, labels = test_set.open()
    prepared = prepare(images, "normalized")
    answers = []
    for model, network in zip(frozen, loaded, strict=True):
        predictions = network.predict(prepared, batch_size=500, verbose=0).argmax(axis=1)
        mistakes = [
            [index, int(label), int(prediction)]
            for index, (label, prediction) in enumerate(zip(labels, predictions, strict=True))
            if label != prediction
        ]
        answers.append(asdict(model) | {"mistakes": mistakes})
    counts = [int((labels == digit).sum()) for digit in range(10)]
    shown = images[[index for index, *_ in answers[0]["mistakes"]]]
    return Tested(data_hash(images, labels), counts, answers, pack(shown), records.now())


def append_tested(tested: Tested, folder: Path = records.FOLDER) -> None:
    """Write down a look at the test set."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "test.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(tested)) + "\n")


def read_tested(folder: Path = records.FOLDER) -> list[Tested]:
    """Return all looks at the test set, the last one last."""
    path = folder / "test.jsonl"
    if not path.is_file():
        return []
    return [Tested(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def last_of(looks: Sequence[Tested], frozen: Mapping[str, str]) -> Tested | None:
    """Return the last look at exactly these models (key to sha256), or None."""
    for tested in reversed(looks):
        if {model["key"]: model["sha256"] for model in tested.models} == dict(frozen):
            return tested
    return None
