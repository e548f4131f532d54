"""How long fits will take, from records of this machine or from a short try.

Processor time is taken, so that it is the time on a machine that has nothing else to do.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from autograder.results import records, runner
from autograder.results.recipe import Fit
from autograder.results.records import Record
from autograder.results.runner import Task, Workshop

# To fork, read the digits and compile the network; and what scoring adds to an epoch.
_START_SECONDS = 3.0
_SCORING = 1.08
# A guess for the few digits of a quick run, where a try would take as long as the fit.
_GUESS = 0.001


@dataclass
class Costs:
    """Seconds for each image and epoch, by kind of fit; what was measured once is remembered."""

    per_image: dict[str, float] = field(default_factory=dict)

    def estimate(
        self, tasks: Sequence[Task], known: Iterable[Record], workshop: Workshop, full: bool
    ) -> float:
        """Return about how many seconds some fits will take in all.

        On the full set, kinds of fits that no record of this machine tells about are tried on a few
        images first.

        Args:
            tasks: the fits.
            known: records.
            workshop: how many threads there are.
            full: whether these are the 60,000 digits, or the 4,000.
        """
        self._learn(known)
        if full:
            self._try(tasks, workshop)
        images = 60_000 if full else 4_000
        thread_seconds = 0.0
        for task in tasks:
            seconds = self._seconds(task.fit, images)
            # A fit that takes all threads makes the others wait.
            thread_seconds += seconds * min(task.fit.threads, workshop.workers)
        return thread_seconds / workshop.workers

    def _try(self, tasks: Sequence[Task], workshop: Workshop) -> None:
        unknown = {
            _kind(task.fit): task
            for task in tasks
            if not task.fit.budget_seconds and _kind(task.fit) not in self.per_image
        }

        def ended(task: Task, seconds: float) -> None:
            self.per_image[_kind(task.fit)] = seconds

        runner.probe(unknown.values(), workshop, ended)

    def _learn(self, known: Iterable[Record]) -> None:
        measured: dict[str, list[float]] = {}
        for record in known:
            if record.hardware == records.hardware() and record.part != "search":
                kind = _kind(Fit.from_dict(record.recipe))
                times = record.epoch_cpu_seconds[1:] or record.epoch_cpu_seconds
                seconds = median(times) / record.threads
                measured.setdefault(kind, []).append(seconds / record.n_train)
        self.per_image |= {kind: median(times) for kind, times in measured.items()}

    def _seconds(self, fit: Fit, images: int) -> float:
        if fit.budget_seconds:
            return _START_SECONDS + fit.budget_seconds
        split = fit.images
        share = {"all": 1.0, "holdout": 1 - (split.fraction or 0), "fold": 1 - 1 / (split.k or 2)}
        epoch = self.per_image.get(_kind(fit), _GUESS) * images * share[split.split]
        return _START_SECONDS + epoch * fit.epochs * _SCORING


def _kind(fit: Fit) -> str:
    """Return what the time for an image depends on."""
    parts = [fit.network, dict(fit.arguments), fit.batch_size, fit.augmentation, fit.threads]
    return json.dumps(parts, sort_keys=True)


def in_words(seconds: float) -> str:
    """Return a time as people say it, such as "3 hours and 20 minutes"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "half a minute"
    hours, minutes = divmod(minutes, 60)
    said = []
    if hours:
        said.append(f"{hours} hour{'s' * (hours != 1)}")
    if minutes:
        said.append(f"{minutes} minute{'s' * (minutes != 1)}")
    return " and ".join(said)
