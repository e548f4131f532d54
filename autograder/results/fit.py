"""One fit: train one network as its recipe says, in a process of its own, and return the record.

This module imports TensorFlow. The process that runs many fits does not import it; see `runner`.
"""

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from autograder.results import augmentation, networks, records
from autograder.results.recipe import Fit, Images
from autograder.results.records import Record
from autograder.results.references import reference
from course.data import UInt8Array

# Steps that TensorFlow takes at a time, without a word to Python between them: the same numbers,
# with a fifth less of processor time. Points of a curve are multiples of it.
STEPS_AT_A_TIME = 25

Positions = npt.NDArray[np.integer]
Tell = Callable[[float], None]


class CodeChanged(RuntimeError):
    """The code of a fit is no longer that under which it would be recorded."""


@dataclass(frozen=True)
class Identity:
    """Under which name a fit is recorded: key and part, and the hashes of data and code."""

    key: str
    part: str
    data: str
    code: str


def be_deterministic(threads: int) -> None:
    """Fix TensorFlow's threads and the order of its sums, before the first operation.

    The same fit then gives the same numbers again on the same machine.
    """
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.set_visible_devices([], "GPU")
    tf.config.experimental.enable_op_determinism()


def choose(images: Images, labels: npt.ArrayLike) -> tuple[Positions, Positions]:
    """Return the positions to learn from and those to be scored on, which may be none."""
    labels = np.asarray(labels)
    match images.split:
        case "all":
            return np.arange(len(labels)), np.arange(0)
        case "holdout":
            split = reference(networks.SPLITS["holdout"])
            return split(labels, fraction=images.fraction, seed=images.seed)
        case "fold":
            folds = reference(networks.SPLITS["fold"])(labels, images.k, images.seed)
            return folds[images.fold]


def prepare(images: UInt8Array, preparation: str) -> npt.NDArray[np.float32]:
    """Return images as a network takes them, float32 (N, 28, 28, 1)."""
    normalize, add_channel = (reference(name) for name in networks.PREPARATION)
    pixels = images.astype("float32") if preparation == "raw" else normalize(images)
    return add_channel(pixels)


def run(
    fit: Fit,
    images: UInt8Array,
    labels: UInt8Array,
    identity: Identity,
    models: Path,
    tell: Tell = lambda share: None,
    callbacks: Sequence[Any] = (),
) -> Record:
    """Train as the recipe says, and return the record.

    Args:
        fit: the recipe.
        images: all training images, uint8 (N, 28, 28).
        labels: their labels (N,).
        identity: what the record is filed under.
        models: the folder for a model that is kept.
        tell: is told the share of the fit that is done, from time to time.
        callbacks: more of Keras's, which only watch.

    Raises:
        CodeChanged: a solution was edited since the fit was planned.
    """
    if networks.code_of(fit) != identity.code:
        raise CodeChanged(f"{fit.network} was edited since this run began. Start it again.")
    load = os.getloadavg()[0]
    keras.utils.set_random_seed(fit.seed)
    learn, validate = choose(fit.images, labels)
    prepared, targets = prepare(images, fit.preparation), labels.astype("int64")
    model = networks.build(fit.network, fit.arguments)
    steps = -(-len(learn) // fit.batch_size)
    _set_learning_rate(model, fit, steps)
    clock = _Clock()
    curve = _Curve(fit.curve_every, fit.batch_size, len(learn))
    teller = _Teller(tell, fit.epochs * steps, steps, fit.budget_seconds)
    watching = [clock, curve, teller, *callbacks]
    if fit.budget_seconds:
        watching.append(_Budget(fit.budget_seconds))
    held_out = (prepared[validate], targets[validate]) if len(validate) else None
    began = time.perf_counter()
    history = _train(fit, model, prepared[learn], targets[learn], held_out, watching)
    seconds = time.perf_counter() - began
    history = _whole_counts(history, len(learn), len(validate))
    return Record(
        key=identity.key,
        part=identity.part,
        recipe=fit.as_dict(),
        data=identity.data,
        code=identity.code,
        history=records.finite_history(history),
        score=float(history["val_accuracy"][-1]) if held_out else None,
        n_train=len(learn),
        n_validation=len(validate),
        parameters=int(model.count_params()),
        seconds=round(seconds, 3),
        epoch_seconds=clock.seconds,
        epoch_cpu_seconds=clock.cpu_seconds,
        threads=fit.threads,
        load=round(load, 2),
        hardware=records.hardware(),
        versions=records.versions(),
        when=records.now(),
        curve=curve.points if fit.curve_every else None,
        model=_keep(model, models / f"{identity.key}.keras") if fit.keep else None,
        design=networks.design_of(model) if isinstance(model, keras.Sequential) else None,
    )


def _train(
    fit: Fit,
    model: Any,
    images: npt.NDArray[np.float32],
    labels: npt.NDArray[np.int64],
    held_out: tuple[Any, Any] | None,
    callbacks: list[Any],
) -> dict[str, list[float]]:
    if fit.network == networks.FINAL:
        trained = networks.final_recipe().train_final(
            model,
            images,
            labels,
            epochs=fit.epochs,
            seed=fit.seed,
            validation_data=held_out,
            callbacks=callbacks,
            **fit.arguments,
        )
        history: dict[str, list[float]] = getattr(trained, "history", trained)
        return history
    model.steps_per_execution = STEPS_AT_A_TIME
    change = augmentation.parse(fit.augmentation)
    what: dict[str, Any] = {"x": images, "y": labels, "batch_size": fit.batch_size}
    if change is not None:
        what = {"x": augmentation.Augmented(images, labels, fit.batch_size, change, fit.seed)}
    trained = model.fit(
        **what, epochs=fit.epochs, validation_data=held_out, callbacks=callbacks, verbose=0
    )
    history = trained.history
    return history


def _whole_counts(
    history: dict[str, list[float]], n_train: int, n_validation: int
) -> dict[str, list[float]]:
    """Return a history whose accuracies are exact: TensorFlow gives counts divided in float32."""
    exact = dict(history)
    for name, n in (("accuracy", n_train), ("val_accuracy", n_validation)):
        if name in history:
            exact[name] = [round(value * n) / n for value in history[name]]
    return exact


def _set_learning_rate(model: Any, fit: Fit, steps: int) -> None:
    if fit.network == networks.FINAL:
        return  # it has a schedule of its own
    if fit.learning_rate is not None:
        model.optimizer.learning_rate = fit.learning_rate
    if fit.schedule == "cosine":
        highest = float(model.optimizer.learning_rate)
        model.optimizer.learning_rate = keras.optimizers.schedules.CosineDecay(
            highest, decay_steps=steps * fit.epochs
        )


def _keep(model: Any, path: Path) -> dict[str, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    model.save(path)
    return {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


class _Clock(keras.callbacks.Callback):
    """Measures the training of each epoch, without its validation."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self.cpu_seconds: list[float] = []
        self._began: tuple[float, float] | None = None

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._began = time.perf_counter(), time.process_time()

    def on_test_begin(self, logs: Any = None) -> None:
        self._stop()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._began is None:
            return
        wall, cpu = self._began
        self._began = None
        self.seconds.append(round(time.perf_counter() - wall, 3))
        self.cpu_seconds.append(round(time.process_time() - cpu, 3))


class _Curve(keras.callbacks.Callback):
    """Writes down the mean training loss of each so many steps."""

    def __init__(self, every: int, batch_size: int, n_train: int) -> None:
        super().__init__()
        self.points: dict[str, list[Any]] = {"steps": [], "losses": []}
        self._every, self._batch_size, self._n_train = every, batch_size, n_train
        self._steps_before = 0
        self._images_seen, self._sum = 0, 0.0

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._images_seen, self._sum = 0, 0.0

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        step = batch + 1
        if not self._every or step % self._every:
            return
        # Keras gives the mean since the epoch began.
        images = min(step * self._batch_size, self._n_train)
        total = float(logs["loss"]) * images
        mean = (total - self._sum) / (images - self._images_seen)
        self._images_seen, self._sum = images, total
        self.points["steps"].append(self._steps_before + step)
        self.points["losses"] += records.finite([round(mean, 6)])

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self._steps_before += -(-self._n_train // self._batch_size)


class _Budget(keras.callbacks.Callback):
    """Ends training with the step in which its seconds are over."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self._end = float("inf")

    def on_train_begin(self, logs: Any = None) -> None:
        self._end = time.perf_counter() + self._seconds

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        if time.perf_counter() >= self._end:
            self.model.stop_training = True


class _Teller(keras.callbacks.Callback):
    """Tells how much is done, about once a second."""

    def __init__(self, tell: Tell, steps: int, in_epoch: int, budget: float | None) -> None:
        super().__init__()
        self._tell, self._steps, self._in_epoch, self._budget = tell, steps, in_epoch, budget
        self._epoch, self._began, self._told = 0, time.perf_counter(), 0.0

    def on_train_begin(self, logs: Any = None) -> None:
        self._began = time.perf_counter()

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self._epoch = epoch

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        now = time.perf_counter()
        if now - self._told < 1:
            return
        self._told = now
        if self._budget:
            self._tell(min(1.0, (now - self._began) / self._budget))
        else:
            self._tell(min(1.0, (self._epoch * self._in_epoch + batch + 1) / self._steps))


def seconds_per_image(fit: Fit, images: UInt8Array, labels: UInt8Array) -> float:
    """Return the seconds that a fit takes for each image and epoch, by training on a few.

    It is the processor time over the threads, as if nothing else were going on.

    The first of two epochs is left out: in it the network is compiled.
    """
    keras.utils.set_random_seed(fit.seed)
    clock = _Clock()
    prepared = prepare(images, fit.preparation)
    few = fit.but(epochs=2)
    model = networks.build(fit.network, fit.arguments)
    _train(few, model, prepared, labels.astype("int64"), None, [clock])
    return clock.cpu_seconds[-1] / fit.threads / len(labels)
