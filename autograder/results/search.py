"""One trial of the search for the final recipe, scored on held-out training images and recorded.

Each trial is a change of `final_recipe.RECIPE`, written as JSON. Its record stands in
``records/search.jsonl`` with all that was chosen, whether the change was kept or not. The test set
has no part in it.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from autograder import repository
from autograder.results import digits, networks, records
from autograder.results.final_recipe import RECIPE
from autograder.results.recipe import Fit, Images, key_of
from autograder.results.records import Record

PART = "search"
# 10,000 of the 60,000 training images, the same for all trials.
HELD_OUT = Images("holdout", seed=0, fraction=1 / 6)
WORK = repository.BUILD / "results"


def main(arguments: list[str] | None = None) -> int:
    """Run one trial; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m autograder.results.search",
        description=__doc__.partition("\n")[0],
        epilog="""example: python -m autograder.results.search '{"epochs": 8, "dropout": 0.2}'""",
    )
    parser.add_argument("changes", type=json.loads, help="of the recipe, as JSON; {} for none")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--digits",
        type=Path,
        default=WORK / "training.npz",
        help="the training images, in the file that `make results` leaves for its fits",
    )
    options = parser.parse_args(arguments)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    fit = trial(options.changes, options.seed, options.threads)
    record = run(fit, options.digits)
    records.append_record(record)
    print(f"{record.score:.2%} after {fit.epochs} epochs and {record.seconds:.0f} s")
    return 0


def trial(changes: Mapping[str, Any], seed: int = 0, threads: int = 2) -> Fit:
    """Return the fit of a changed recipe.

    Args:
        changes: of the recipe, by name; of ``distortion`` by name, too.
        seed: of initial weights, order and distortion.
        threads: of TensorFlow.
    """
    distortion = replace(RECIPE.distortion, **changes.get("distortion", {}))
    recipe = replace(RECIPE, **{**changes, "distortion": distortion})
    return Fit(
        networks.FINAL,
        HELD_OUT,
        recipe.epochs,
        arguments={"recipe": asdict(recipe)},
        batch_size=recipe.batch_size,
        seed=seed,
        threads=threads,
    )


def run(fit: Fit, training_file: Path, images: int | None = None) -> Record:
    """Run a trial in this process, print the score of each epoch, and return the record.

    Args:
        fit: of `trial`.
        training_file: of `digits.write_training_file`.
        images: how many to take of the file; None for all.
    """
    import keras

    from autograder.results import fit as fits

    fits.be_deterministic(fit.threads)
    pixels, labels = (array[:images] for array in digits.read_training_file(training_file))
    data, code = digits.data_hash(pixels, labels), networks.code_of(fit)
    identity = fits.Identity(key_of(fit.as_dict(), data, code), PART, data, code)
    # An interrupted trial has no record; what is printed says how far it came.
    tell = keras.callbacks.LambdaCallback(on_epoch_end=_print_epoch)
    return fits.run(fit, pixels, labels, identity, WORK / "models", callbacks=[tell])


def _print_epoch(epoch: int, logs: Mapping[str, float]) -> None:
    numbers = ", ".join(f"{name} {value:.4f}" for name, value in logs.items())
    print(f"epoch {epoch + 1}: {numbers}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
