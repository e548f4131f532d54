"""Records of fits: one line of JSON each, appended to ``records/PART.jsonl`` as fits end.

A record is all that is known of a fit; every published number is derived from records. The lines
are committed, so a run goes on where another run stopped, also on another machine. A line that was
cut off by a crash is left out when the file is read.
"""

import json
import math
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "records"


@dataclass(frozen=True)
class Record:
    """What came of one fit.

    Attributes:
        key: `recipe.key_of` recipe, data and code; by it a fit is found again.
        part: the file in which it is kept.
        recipe: plain data from which the fit can be repeated.
        data: sha256 of the training images and labels.
        code: hash of the functions that the recipe names.
        history: lists with a value for each epoch: ``loss``, ``accuracy``, and, if the fit was
            scored, ``val_loss`` and ``val_accuracy``. None stands for what is not finite.
        score: accuracy on the held-out images after the last epoch; None if there were none.
        n_train: how many images the fit learned from.
        n_validation: how many it was scored on; 0 if none.
        parameters: of the network, those that training does not change included.
        seconds: wall time of training, scores included, start-up excluded.
        epoch_seconds: for each epoch, of training alone: wall time.
        epoch_cpu_seconds: the same in seconds of processor time, over all threads. Another program
            on the machine lengthens it much less.
        threads: of TensorFlow.
        load: how many other processes wanted a core when it began (load average of a minute).
        hardware: processor, cores and memory, in a line.
        versions: of Python and packages.
        when: time of the end, UTC.
        curve: ``{"steps": [...], "losses": [...]}``, the mean training loss since the step before;
            None where none was asked for.
        model: ``{"file": ..., "sha256": ...}`` of a model that is kept; else None.
        design: of a sequential network, ``layers`` in words, how many ``convolutions`` there are,
            and the ``receptive_field`` of the last map in pixels; None if it is not written down.
    """

    key: str
    part: str
    recipe: dict[str, Any]
    data: str
    code: str
    history: dict[str, list[float | None]]
    score: float | None
    n_train: int
    n_validation: int
    parameters: int
    seconds: float
    epoch_seconds: list[float]
    epoch_cpu_seconds: list[float]
    threads: int
    load: float
    hardware: str
    versions: dict[str, str]
    when: str
    curve: dict[str, list[Any]] | None = None
    model: dict[str, str] | None = None
    design: dict[str, Any] | None = None


class RecordError(ValueError):
    """A file of records holds something else; the message says in which line."""


def append_record(record: Record, folder: Path = FOLDER) -> None:
    """Add a record to the file of its part, in one write that reaches the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{record.part}.jsonl"
    line = json.dumps(asdict(record), allow_nan=False) + "\n"
    if path.exists() and not path.read_bytes().endswith(b"\n") and path.stat().st_size:
        line = "\n" + line  # behind a line that was cut off
    with path.open("a", encoding="utf-8") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def read_records(folder: Path = FOLDER) -> list[Record]:
    """Read all records of a folder, in order of file and line.

    Raises:
        RecordError: a line is JSON, but no record.
    """
    records = []
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem == "test":
            continue  # the evaluation on the test set, see `evaluation`
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                content = json.loads(line)
            except json.JSONDecodeError:
                continue
            try:
                records.append(Record(**content))
            except TypeError as error:
                raise RecordError(f"{path}, line {number}: this is no record ({error}).") from error
    return records


def by_key(records: Iterable[Record]) -> dict[str, Record]:
    """Return the last record of each key."""
    return {record.key: record for record in records}


def finite(values: Iterable[float]) -> list[float | None]:
    """Return numbers as JSON can hold them: None in place of what is not finite."""
    return [float(value) if math.isfinite(value) else None for value in values]


def finite_history(history: Mapping[str, Iterable[float]]) -> dict[str, list[float | None]]:
    """Return a history of Keras as a record holds it."""
    return {name: finite(values) for name, values in history.items()}


def now() -> str:
    """Return the time as records write it, UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def versions() -> dict[str, str]:
    """Return the versions of all that numbers may depend on."""
    import platform

    packages = ("tensorflow", "keras", "numpy", "scipy", "scikit-learn")
    return {"python": platform.python_version()} | {name: version(name) for name in packages}


@cache
def hardware() -> str:
    """Return processor, cores and memory in a line, such as "AMD EPYC, 2 cores, 23 GiB"."""
    import platform

    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                processor = line.partition(":")[2].strip()
                break
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{processor}, {os.cpu_count()} cores, {gib:.0f} GiB"
