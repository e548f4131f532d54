"""`make results`: run the fits that are missing, and write ``site/results.json`` and its figures.

Everything that is recorded already is taken from ``autograder/results/records``; an interrupted run
goes on where it was. The full set is read as the course reads it: from MNIST_PATH, or from Keras.
"""

import argparse
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from autograder import repository
from autograder.results import digits, plan, records, runner, summary
from autograder.results.audit import discrepancies
from autograder.results.cost import Costs, in_words
from autograder.results.evaluation import append_tested, last_of, read_tested
from autograder.results.plan import PARTS, Scale
from autograder.results.records import Record, append_record, read_records
from autograder.results.runner import FitFailed, Task, Workshop
from autograder.results.schema import validate
from autograder.results.store import Store, check_parts, plan_tasks

_PIPED_WIDTH = 110
out = Console(width=None if sys.stdout.isatty() else _PIPED_WIDTH, highlight=False)


@dataclass(frozen=True)
class Place:
    """Where a run keeps what it makes.

    Attributes:
        records: the folder of the records; committed, for the full set.
        work: the folder of the training file and of the models.
        results: the file of the results.
    """

    records: Path
    work: Path
    results: Path


FULL_PLACE = Place(
    records.FOLDER, repository.BUILD / "results", repository.ROOT / "site" / "results.json"
)


def quick_place(folder: Path) -> Place:
    """Return a place for a quick run, which never writes over measured results."""
    return Place(folder / "records", folder, folder / "results.json")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    scale = plan.QUICK if options.quick else plan.FULL
    place = quick_place(options.folder) if options.quick else FULL_PLACE
    try:
        parts = check_parts(options.part or ())
        images, labels = digits.training_digits(options.quick)
        if not options.quick:
            digits.demand_full_set(images, labels)
    except (ValueError, digits.NotTheFullSet) as error:
        out.print(str(error), style="red", soft_wrap=True)
        return 2
    known = [] if options.fresh else read_records(place.records)
    store = Store.of(digits.data_hash(images, labels), known)
    code = 0
    if not options.summary:
        training_file = place.work / "training.npz"
        digits.write_training_file(training_file, images, labels)
        workshop = Workshop(training_file, place.work / "models", options.workers)
        # Whoever ends this process from outside ends its fits, too.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            _run(parts, scale, store, workshop, place, ask_only=options.estimate)
        except KeyboardInterrupt:
            out.print("Interrupted. What was recorded stays; run it again to go on.")
            code = 130
        except FitFailed as error:
            out.print(str(error), markup=False, soft_wrap=True)
            code = 1
    if not options.estimate:
        _write(scale, store, place, draw=not options.quick)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m autograder.results",
        description=__doc__.partition("\n")[0],
        epilog="example: MNIST_PATH=mnist.npz python -m autograder.results --part baseline",
    )
    parser.add_argument("--part", action="append", help=f"only this one: {', '.join(PARTS)}")
    parser.add_argument(
        "--quick", action="store_true", help="the course's 5,000 digits, in minutes"
    )
    parser.add_argument("--summary", action="store_true", help="run nothing, derive what can be")
    parser.add_argument("--estimate", action="store_true", help="only say how long it takes")
    parser.add_argument("--fresh", action="store_true", help="run again what is recorded")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="threads used at a time, in all"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=repository.BUILD / "results-quick",
        help="where --quick writes",
    )
    return parser


def _run(
    parts: Iterable[str],
    scale: Scale,
    store: Store,
    workshop: Workshop,
    place: Place,
    ask_only: bool,
) -> None:
    """Run the missing fits of some parts; those that follow from others come in a second round."""
    costs = Costs()
    # A record is worth a run only as long as the model that it kept is still there for the test.
    _forget_lost_models(store, scale, workshop.models, place)
    while tasks := plan_tasks(parts, scale, store):
        seconds = costs.estimate(tasks, store.records.values(), workshop, scale is plan.FULL)
        out.print(
            f"{len(tasks)} fits to run, about {in_words(seconds)} "
            f"with {workshop.workers} threads on this machine if it is quiet."
        )
        if ask_only:
            return
        _run_with_bars(tasks, store, workshop, place)
    if "final" in parts:
        _test(scale, store, workshop, place)


def _forget_lost_models(store: Store, scale: Scale, models: Path, place: Place) -> None:
    frozen = {model.key: model.sha256 for model in summary.frozen_models(scale, store)}
    if frozen and last_of(read_tested(place.records), frozen) is not None:
        return  # they have been tested, and are no longer needed
    for key, record in list(store.records.items()):
        if record.model is not None and not (models / f"{key}.keras").is_file():
            del store.records[key]


def _run_with_bars(tasks: list[Task], store: Store, workshop: Workshop, place: Place) -> None:
    number: dict[str, int] = defaultdict(int)
    for task in tasks:
        number[task.part] += 1
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=out,
        disable=not out.is_terminal,
    )
    with bars:
        of_part = {part: bars.add_task(part, total=total) for part, total in number.items()}
        of_fit: dict[str, TaskID] = {}

        def started(task: Task) -> None:
            of_fit[task.key] = bars.add_task(f"  {label(task)}", total=1.0)

        def moved(task: Task, share: float) -> None:
            bars.update(of_fit[task.key], completed=share)

        def ended(task: Task, record: Record) -> None:
            append_record(record, place.records)
            store.add(record)
            bars.remove_task(of_fit.pop(task.key))
            bars.advance(of_part[task.part])
            score = "" if record.score is None else f"  {record.score:.2%}"
            out.print(f"{task.part}: {label(task)}{score}  {record.seconds:.0f} s")

        runner.run_all(tasks, workshop, started, moved, ended)


def label(task: Task) -> str:
    """Return a fit in a few words."""
    fit = task.fit
    images = fit.images
    where = {
        "all": "all images",
        "holdout": "hold-out",
        "fold": f"fold {(images.fold or 0) + 1} of {images.k}",
    }[images.split]
    changed = [fit.network.partition(".")[2] or fit.network]
    if "layers" in fit.arguments:
        kinds = [kind for kind, *_ in fit.arguments["layers"]]
        changed = [f"{kinds.count('conv')} convolutions"]
    changed += [f"{name} {value}" for name, value in fit.arguments.items() if name != "layers"]
    for name, usual in (
        ("learning_rate", None),
        ("batch_size", 32),
        ("augmentation", "none"),
        ("schedule", "constant"),
        ("preparation", "normalized"),
    ):
        value = getattr(fit, name)
        if value != usual:
            changed.append(f"{name.replace('_', ' ')} {value}")
    return f"{', '.join(changed)}; {where}, seed {fit.seed}"


def _test(scale: Scale, store: Store, workshop: Workshop, place: Place) -> None:
    """Open the test set for all frozen models at once, unless these have been tested already."""
    frozen = summary.frozen_models(scale, store)
    if not frozen:
        return
    looks = read_tested(place.records)
    if last_of(looks, {model.key: model.sha256 for model in frozen}) is not None:
        return
    tested = runner.test_models(frozen, workshop, quick=scale is plan.QUICK)
    append_tested(tested, place.records)
    out.print(f"{len(frozen)} models were tested in one look at the test set.")


def _write(scale: Scale, store: Store, place: Place, draw: bool) -> None:
    results = summary.summarize(scale, store, read_tested(place.records))
    validate(results)
    faults = discrepancies(results)
    if faults:
        raise AssertionError("The summary contradicts itself: " + "; ".join(faults))
    summary.write_results(results, place.results)
    out.print(f"written to {os.path.relpath(place.results)}")
    for part, number in results["missing"].items():
        out.print(f"missing: {number} {'look' if part == summary.TEST else 'fits'} of {part}")
    if draw:
        from autograder.website import figures
        from autograder.website.figures_results import figures_of

        drawn = figures.draw_all(figures.FOLDER, list(figures_of(results)))
        out.print(f"{len(drawn)} figures drawn")


if __name__ == "__main__":
    sys.exit(main())
