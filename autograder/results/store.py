"""The records by the fits that they belong to, for one set of digits."""

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.results.networks import code_of
from autograder.results.plan import PARTS, Find, Scale, fits_of
from autograder.results.recipe import Fit, key_of
from autograder.results.records import Record, by_key
from autograder.results.runner import Task


@dataclass
class Store:
    """What is recorded for these digits and for the code as it is now.

    Records of other digits, of changed code or of other recipes have other keys: they are kept in
    their files, and not used.

    Attributes:
        data: the hash of the training images and labels.
        records: by key.
    """

    data: str
    records: dict[str, Record]

    @classmethod
    def of(cls, data: str, records: Iterable[Record]) -> "Store":
        """Return a store of records."""
        return cls(data, by_key(records))

    def find(self, fit: Fit) -> Record | None:
        """Return the record of a fit, or None if it has not been run."""
        return self.records.get(self.key(fit))

    def key(self, fit: Fit) -> str:
        """Return the name under which a fit is recorded."""
        return key_of(fit.as_dict(), self.data, code_of(fit))

    def task(self, fit: Fit, part: str) -> Task:
        """Return the task of running a fit."""
        return Task(fit, self.key(fit), part, self.data, code_of(fit))

    def add(self, record: Record) -> None:
        """Take a record in."""
        self.records[record.key] = record


def missing_fits(part: str, scale: Scale, find: Find) -> list[Fit]:
    """Return the fits of a part that can be named by now and are not recorded, each once."""
    missing: list[Fit] = []
    for fit in fits_of(part, scale, find):
        if find(fit) is None and fit not in missing:
            missing.append(fit)
    return missing


def plan_tasks(parts: Iterable[str], scale: Scale, store: Store) -> list[Task]:
    """Return what is to be run for some parts, in their order; a fit of several parts once."""
    tasks: dict[str, Task] = {}
    for part in parts:
        for fit in missing_fits(part, scale, store.find):
            task = store.task(fit, part)
            tasks.setdefault(task.key, task)
    return list(tasks.values())


def check_parts(parts: Iterable[str]) -> tuple[str, ...]:
    """Return parts in their order; all if none are named.

    Raises:
        ValueError: there is no such part.
    """
    wanted = list(parts) or list(PARTS)
    for part in wanted:
        if part not in PARTS:
            raise ValueError(f"There is no part {part!r}. There are: {', '.join(PARTS)}.")
    return tuple(part for part in PARTS if part in wanted)
