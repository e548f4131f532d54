"""How a learner's function goes through folds: on what each model learns, and is measured.

Nothing is trained. Models of ours *know* some of the given images, and what they know is a weight:
``fit`` sets it, saving and restoring weights carry it along, and ``evaluate``, ``predict`` and
plain calls answer by it. So every honest way to a score leads to the same number, and each mistake
to another one.
"""

import contextlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.fitting import (
    Files,
    Logs,
    as_digits,
    callbacks_of_fit,
    data_of_fit,
    is_validated,
    print_of,
    run_callbacks,
    scratch_folder,
)
from course.probes.light_models import CLASSES, Array, as_arrays, calm, keras_tensor
from course.probes.losses import settle_metrics
from course.probes.registry import function_named, probe

Facts = dict[str, Any]

# The scores of a known image's right class, of an unknown one's wrong class, and of all others.
_KNOWN, _MISTAKEN, _OTHER = 4.0, 2.0, 0.0


@probe
def spy_on_folds(
    notebook: Mapping[str, Any],
    name: str,
    images: Array,
    labels: Array,
    k: int | None = None,
    epochs: int | None = None,
    seed: int | None = None,
    splitter: str | None = None,
) -> dict[str, Any]:
    """Let a learner's function cross-validate models of ours, and tell what it did.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(build_model, images, labels, k, epochs, seed)``.
        images, labels: float32 (N, 28, 28, 1), all different, and int (N,).
        k, epochs, seed: int; from the first that is None on they are left to the defaults.
        splitter: the name of the learner's function ``(labels, k, seed)`` that makes folds, in
            whose place sound ones are made, so that its mistakes do not count here again.

    Returns:
        ``returned``: what the function returned; ``changed_arguments``: positions of images and
        labels, from 1, that it changed; and what `FoldRecorder.facts` tells.
    """
    function = function_named(notebook, name)
    before = images.copy(), labels.copy()
    settings: list[int] = []
    for setting in (k, epochs, seed):
        if setting is None:
            break
        settings.append(setting)
    with (
        FoldRecorder(*before) as recorder,
        stand_in(notebook, splitter, sound_folds),
    ):
        returned = function(recorder.build_model, images, labels, *settings)
        return {
            "returned": returned,
            "changed_arguments": [
                i
                for i, pair in enumerate(zip(before, (images, labels), strict=True), start=1)
                if not is_unchanged(*pair)
            ],
            **recorder.facts(),
        }


@contextlib.contextmanager
def stand_in(notebook: Mapping[str, Any], name: str | None, replacement: Any) -> Iterator[None]:
    """Put something in the place of one of the notebook's names for a while, if there is a name."""
    if name is None or not isinstance(notebook, dict):
        yield
        return
    was_there, original = name in notebook, notebook.get(name)
    notebook[name] = replacement
    try:
        yield
    finally:
        if was_there:
            notebook[name] = original
        else:
            del notebook[name]


def sound_folds(labels: Any, k: int, seed: int = 0) -> list[tuple[Array, Array]]:
    """Return k stratified folds as pairs of positions (training, validation)."""
    from sklearn.model_selection import StratifiedKFold

    digits = np.asarray(labels)
    folds = StratifiedKFold(k, shuffle=True, random_state=seed)
    return list(folds.split(np.zeros(len(digits)), digits))


@dataclass
class _State:
    """What a model knows: which of the images (N,), since when, and through how many epochs.

    Attributes:
        serial: the number of the training, from 1, that made it what it is; 0 before any.
    """

    known: Array
    serial: int = 0
    epochs: int = 0


def _by_part() -> dict[str, list[float]]:
    return {"training": [], "held_out": []}


@dataclass
class _Run:
    """The training of one model on one set of images."""

    serial: int
    fresh: bool
    own: bool
    configuration: Facts | None
    training: set[int]
    count: int = 0
    asked: int | None = None
    split: float = 0.0
    epochs: int | None = None
    unknown: int = 0
    labels_kept: bool | None = None
    validation: set[int] | None = None
    looked_at: set[int] = field(default_factory=set)
    looked_elsewhere: int = 0
    accuracy: dict[str, list[float]] = field(default_factory=_by_part)
    loss: dict[str, list[float]] = field(default_factory=_by_part)

    def facts(self) -> Facts:
        facts = dict(vars(self))
        del facts["serial"]
        if self.asked is None and self.training:
            facts["epochs"] = round(self.count / len(self.training))
            facts["count"] = len(self.training)
        for name in ("training", "looked_at"):
            facts[name] = sorted(facts[name])
        facts["validation"] = None if self.validation is None else sorted(self.validation)
        return facts


class FoldRecorder:
    """Stands in for the training of all models while a learner's function runs, and notes it.

    ``with FoldRecorder(images, labels) as recorder:`` replaces ``fit``, ``evaluate`` and
    ``predict`` of `keras.Model`; inside, let the function call ``recorder.build_model`` and then
    read ``recorder.facts()``.

    How much a model knows follows from the number of its training and from the epoch alone. The
    images that it did not learn from are known best after the second epoch and less afterwards, so
    that the best epoch is not the last one from three epochs on; those that it learned from are
    known ever better, and always better than the others. The values differ from training to
    training. Of sixteen held-out images or more, no two of these values are confused.

    Args:
        images: float32 (N, 28, 28, 1), no two of them alike.
        labels: int (N,), 0 to 9.
    """

    def __init__(self, images: Array, labels: Array) -> None:
        self._positions = {print_of(image): i for i, image in enumerate(images)}
        self._labels = np.array(labels)
        self._runs: list[_Run] = []
        self._configurations: dict[int, Facts] = {}
        self._foreign: dict[int, _State] = {}
        self._metric_names: dict[int, list[str]] = {}
        self._alive: list[Any] = []  # so that no two models share an id
        self._trainings = 0
        self._calls = 0
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        import keras

        self._stack.enter_context(calm())
        self._files: Files = self._stack.enter_context(scratch_folder())
        self._layer_class = _layer_class(len(self._labels), self._answer)
        self._stack.enter_context(
            keras.saving.CustomObjectScope({self._layer_class.__name__: self._layer_class})
        )
        for name, method in (
            ("compile", self._compile),
            ("fit", self._fit),
            ("evaluate", self._evaluate),
            ("predict", self._predict),
        ):
            self._replace(keras.Model, name, method)
        # Many call it between folds. It takes a third of a second and frees what is not there.
        for module in (keras.utils, keras.backend):
            self._put(module, "clear_session", lambda free_memory=True: None)
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.close()

    def __deepcopy__(self, memo: Any) -> Self:
        # scikit-learn copies what an estimator is made of, and a copied function is itself.
        return self

    def build_model(self, *args: Any, **kwargs: Any) -> Any:
        """Return a new compiled model that knows nothing; its arguments are its configuration."""
        import keras

        self._calls += 1
        model = keras.Sequential([keras.layers.Input((28, 28, 1)), self._layer_class()])
        model.compile(
            keras.optimizers.SGD(), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
        )
        model.run_eagerly = True
        self._metric_names[id(model)] = ["accuracy"]
        for known_by in (model, self._layer_of(model)):  # a loop of the learner's shows the layer
            self._configurations[id(known_by)] = {"args": list(args), "kwargs": dict(kwargs)}
        self._alive.append(model)
        return model

    def facts(self) -> Facts:
        """Tell what happened.

        Returns:
            - ``built``: how often `build_model` was called.
            - ``runs``: a dict for each training of a model on a set of images, in order. A further
              ``fit`` of the same model on the same images belongs to the run before.

              - ``fresh``: whether the model knew nothing before: a new one, or one whose initial
                weights were restored. ``own``: whether it comes from `build_model`, or is a copy
                of such a model; ``configuration``: ``{"args", "kwargs"}`` of that call, None if
                not known.
              - ``training``, ``validation``, ``looked_at``: which of the images it learned from,
                was given as validation data (None if it got none), and was shown afterwards by
                ``evaluate``, ``predict`` or a plain call; ``looked_elsewhere``: how many others it
                was shown so. ``count``: how many images it learned from in an epoch, repeated and
                unknown ones too; ``unknown``: how many images of training and validation are not
                among the given ones; ``split``: its ``validation_split``.
              - ``labels_kept``: whether each image had its own label; None without labels.
              - ``asked``, ``epochs``: how many epochs it was to run, and did run. ``asked`` is
                None for a loop of the learner's own, whose epochs are counted by images.
              - ``accuracy``, ``loss``: dicts of ``training`` and ``held_out``, lists with a value
                for each epoch: on the images that it learned from, and on all others. Empty for a
                loop of the learner's own, which trains for real.
        """
        return {"built": self._calls, "runs": [run.facts() for run in self._runs]}

    # --- what stands in for methods of keras.Model

    def _replace(self, owner: type, name: str, method: Callable[..., Any]) -> None:
        original = getattr(owner, name)
        signature = inspect.signature(original)

        def stands_in(model: Any, *args: Any, **kwargs: Any) -> Any:
            bound = signature.bind(model, *args, **kwargs)
            bound.apply_defaults()
            return method(original, model, bound.arguments)

        self._put(owner, name, stands_in)

    def _put(self, owner: Any, name: str, replacement: Any) -> None:
        """Replace an attribute until the recorder ends."""
        inherited, original = name not in vars(owner), getattr(owner, name)
        setattr(owner, name, replacement)
        self._stack.callback(
            (lambda: delattr(owner, name)) if inherited else lambda: setattr(owner, name, original)
        )

    def _compile(self, original: Callable[..., Any], model: Any, given: Mapping[str, Any]) -> None:
        arguments = dict(given)
        arguments.pop("self")
        original(model, **arguments)
        self._metric_names.pop(id(model), None)

    def _fit(self, original: Callable[..., Any], model: Any, given: Mapping[str, Any]) -> Any:
        _demand_compiled(model, "fit")
        data = data_of_fit(given)
        if given["y"] is None and not data.batched:
            # In Keras's words, and in plainer ones.
            raise ValueError("None values not supported: `fit` was given images without labels")
        state = self._state_of(model)
        trained = self._find(data.images)
        run = self._run_for(model, state, {i for i in trained if i is not None})
        epochs = range(given["initial_epoch"], given["epochs"])
        run.asked = (run.asked or 0) + len(epochs)
        run.count, run.split = len(trained), data.split
        self._note_data(run, trained, data.labels)
        validated = self._find(data.validation_images)
        if data.validation_images is not None:
            run.validation = {i for i in validated if i is not None}
            self._note_data(run, validated, data.validation_labels)
        names = self._names_of_metrics(model, data.labels)

        callbacks = callbacks_of_fit(model, given)
        if len(callbacks.callbacks) > 1 and data.labels is not None:
            # Those that watch a metric ask Keras whether more of it is better.
            settle_metrics(model, data.labels[:1])

        def learn(epoch: int) -> Logs:
            state.epochs += 1
            state.known = self._knowledge(state, run.training)
            if len(callbacks.callbacks) > 1 or epoch == epochs[-1]:  # else nobody looks before
                self._write(model, state)
            self._note_progress(run, state.known)
            return self._logs(state.known, trained, data.labels, names)

        def validate(epoch: int) -> Logs:
            if run.validation is None or not is_validated(epoch, given["validation_freq"]):
                return {}
            logs = self._logs(state.known, validated, data.validation_labels, names)
            return {f"val_{name}": value for name, value in logs.items()}

        self._files.protect_those_of(callbacks.callbacks)
        done = run_callbacks(model, callbacks.callbacks, epochs, learn, validate)
        run.epochs = (run.epochs or 0) + done
        return model.history

    def _evaluate(self, original: Callable[..., Any], model: Any, given: Mapping[str, Any]) -> Any:
        _demand_compiled(model, "evaluate")
        images, labels = as_arrays(given["x"], given["y"], given["steps"])
        positions = self._find(images)
        state = self._state_of(model)
        self._note_look(state.serial, positions)
        logs = self._logs(state.known, positions, labels, self._names_of_metrics(model, labels))
        if given["return_dict"]:
            return logs
        values = [logs.pop("loss"), *logs.values()]
        return values if len(values) > 1 else values[0]

    def _predict(self, original: Callable[..., Any], model: Any, given: Mapping[str, Any]) -> Any:
        images, _ = as_arrays(given["x"], None, given["steps"])
        return np.asarray(model(keras_tensor(np.asarray(images)), training=False))

    # --- what models know

    def _state_of(self, model: Any) -> _State:
        layer = self._layer_of(model)
        if layer is not None:
            return layer.state()
        if id(model) not in self._foreign:
            self._alive.append(model)
            self._foreign[id(model)] = _State(np.zeros(len(self._labels), bool))
        return self._foreign[id(model)]

    def _write(self, model: Any, state: _State) -> None:
        layer = self._layer_of(model)
        if layer is not None:
            layer.become(state)

    def _layer_of(self, model: Any) -> Any:
        return next((x for x in model.layers if isinstance(x, self._layer_class)), None)

    def _knowledge(self, state: _State, training: Iterable[int]) -> Array:
        """Return which images (N,) a model knows after an epoch of a training."""
        learned = np.zeros(len(self._labels), bool)
        learned[list(training)] = True
        last = 0.4 + ((state.serial * 4) % 7) / 16
        held_out = last + {1: -0.25, 2: 0.125}.get(state.epochs, 0)
        memory = 0.9 + 0.03 * (state.serial % 3) + 0.01 * min(state.epochs, 3)
        known = np.zeros(len(self._labels), bool)
        for share, among in ((memory, learned), (held_out, ~learned)):
            positions = np.flatnonzero(among)
            known[positions[: round(share * len(positions))]] = True
        return known

    def _find(self, images: Array | None) -> list[int | None]:
        if images is None:
            return []
        return [self._positions.get(print_of(image)) for image in images]

    def _logs(
        self, known: Array, positions: Sequence[int | None], labels: Array | None, names: list[str]
    ) -> Logs:
        """Return a value for each metric, and the loss, as Keras would with these answers."""
        digits = as_digits(labels, len(positions))
        if digits is None:
            digits = np.array([-1 if i is None else self._labels[i] for i in positions])
        scores = self._scores(known, positions)
        chosen = np.where(np.isin(digits, range(CLASSES)), digits, 0).astype(int)
        right = scores[np.arange(len(digits)), chosen]
        losses = np.log(np.exp(scores).sum(axis=1)) - right
        accuracy = float(np.mean(scores.argmax(axis=1) == digits)) if len(digits) else float("nan")
        values = {name: accuracy if "acc" in name else accuracy / 2 for name in names}
        return {**values, "loss": float(np.mean(losses)) if len(digits) else float("nan")}

    def _scores(self, known: Array, positions: Sequence[int | None]) -> Array:
        """Return what a model answers to images, before softmax: float32 (N, 10)."""
        rows = np.array([-1 if i is None else i for i in positions], int)
        given = np.flatnonzero(rows >= 0)
        labels = self._labels[rows[given]]
        scores = np.full((len(rows), CLASSES), _OTHER, np.float32)
        scores[given, (labels + 1) % CLASSES] = _MISTAKEN
        scores[given, labels] = _KNOWN * known[rows[given]]
        return scores

    def _names_of_metrics(self, model: Any, labels: Array | None) -> list[str]:
        if id(model) not in self._metric_names:
            self._alive.append(model)
            if labels is not None:
                settle_metrics(model, labels[:1])
            try:
                found = [str(name) for name in model.get_metrics_result() if name != "loss"]
            except Exception:  # metrics that these labels do not fit
                found = []
            self._metric_names[id(model)] = found
        return self._metric_names[id(model)]

    # --- notes

    def _run_for(self, model: Any, state: _State, training: set[int]) -> _Run:
        """Return the run that a training belongs to: a new one, or the one that it goes on with."""
        fresh = not state.known.any()
        last = self._runs[-1] if self._runs else None
        if last and not fresh and (last.serial, last.training) == (state.serial, training):
            return last
        self._trainings += 1
        state.serial, state.epochs = self._trainings, 0
        run = _Run(
            serial=state.serial,
            fresh=fresh,
            own=self._layer_of(model) is not None,
            configuration=self._configurations.get(id(model)),
            training=training,
        )
        self._runs.append(run)
        return run

    def _note_data(self, run: _Run, positions: Sequence[int | None], labels: Array | None) -> None:
        run.unknown += sum(i is None for i in positions)
        digits = as_digits(labels, len(positions))
        if digits is None:
            return
        kept = all(
            self._labels[i] == digit
            for i, digit in zip(positions, digits, strict=True)
            if i is not None
        )
        run.labels_kept = kept and run.labels_kept is not False

    def _note_progress(self, run: _Run, known: Array) -> None:
        others = set(range(len(self._labels))) - run.training
        for name, positions in (("training", run.training), ("held_out", others)):
            logs = self._logs(known, sorted(positions), None, ["accuracy"])
            run.accuracy[name].append(logs["accuracy"])
            run.loss[name].append(logs["loss"])

    def _note_look(self, serial: int, positions: Iterable[int | None]) -> None:
        for run in reversed(self._runs):
            if run.serial == serial:
                run.looked_at |= {i for i in positions if i is not None}
                run.looked_elsewhere += sum(i is None for i in positions)
                break

    def _answer(self, layer: Any, inputs: Any, training: bool) -> Any:
        """Answer a call of a model's layer with probabilities (N, 10), and note the call."""
        import keras

        if not hasattr(inputs, "numpy"):  # a graph's tensor, which shows no values
            flat = keras.ops.reshape(inputs, (-1, 28 * 28))
            return keras.ops.softmax(flat[:, :CLASSES] * 0 + keras.ops.sum(layer.state_of_mind) * 0)
        positions = self._find(inputs.numpy())
        if training:
            self._note_loop(layer, positions)
        else:
            self._note_look(layer.state().serial, positions)
        everything = self._scores(np.ones(len(self._labels)), positions)
        right = np.where(everything == _KNOWN, everything, 0).astype(np.float32)
        rows = [0 if i is None else i for i in positions]
        known = keras.ops.take(layer.state_of_mind, np.array(rows, np.int32))
        return keras.ops.softmax(everything - right + right * known[:, None])

    def _note_loop(self, layer: Any, positions: Sequence[int | None]) -> None:
        """Note a step of a training loop of the learner's own."""
        batch = {i for i in positions if i is not None}
        state = layer.state()
        run = next((r for r in reversed(self._runs) if r.serial == state.serial), None)
        if run is not None and run.looked_at and not batch <= run.training:
            run = None  # it was measured, and now goes on with other images
        if run is None:
            self._trainings += 1
            run = _Run(
                serial=self._trainings,
                fresh=not state.known.any(),
                own=True,
                configuration=self._configurations.get(id(layer)),
                training=set(),
            )
            self._runs.append(run)
            layer.become(_State(state.known, serial=run.serial))
        run.training |= batch
        run.count += len(positions)


def _demand_compiled(model: Any, method: str) -> None:
    if not model.compiled:
        raise ValueError(f"You must call `compile()` before calling `{method}()`.")


def _layer_class(count: int, answer: Callable[..., Any]) -> Any:
    """Return the class of the only layer of our models: it holds what the model knows."""
    import keras

    class KnownImages(keras.layers.Layer):
        def build(self, input_shape: Any) -> None:
            # What it knows, and then the number of its training and that of its epochs.
            self.state_of_mind = self.add_weight(
                shape=(count + 2,), initializer="zeros", name="state_of_mind"
            )

        def compute_output_spec(self, inputs: Any, training: bool | None = None) -> Any:
            return keras.KerasTensor((inputs.shape[0], CLASSES))

        def call(self, inputs: Any, training: bool | None = None) -> Any:
            return answer(self, inputs, bool(training))

        def state(self) -> _State:
            *known, serial, epochs = np.asarray(self.state_of_mind).tolist()
            return _State(np.array(known) != 0, int(serial), int(epochs))

        def become(self, state: _State) -> None:
            career = [state.serial, state.epochs]
            self.state_of_mind.assign(np.concatenate([state.known, career]).astype(np.float32))

    return KnownImages
