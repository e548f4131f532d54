"""How a learner's function compares configurations: which models it trains, and on which folds."""

import contextlib
import copy
import random
from collections.abc import Mapping
from typing import Any

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.folds import FoldRecorder, stand_in
from course.probes.light_models import Array
from course.probes.registry import function_named, probe


@probe
def spy_on_comparison(
    notebook: Mapping[str, Any],
    name: str,
    builder: str,
    chance: int,
    first_only: bool,
    configurations: dict[str, dict[str, Any]],
    images: Array,
    labels: Array,
    *settings: int,
) -> dict[str, Any]:
    """Let a learner's function compare models of ours, and tell what it did.

    The learner's function that builds models is replaced by ours meanwhile, so that its mistakes
    do not count here again; see `course.probes.folds` for what our models are.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(configurations, images, labels, *settings)``.
        builder: the name of the function that it builds models with.
        chance: the seed of NumPy's and Python's shared generators, which a function draws from
            that does not use the seed it is given.
        first_only: end the call after the first training, which tells the folds already.
        configurations: names and arguments of the builder.
        images, labels: float32 (N, 28, 28, 1), all different, and int (N,).
        settings: k, epochs and seed; those that are missing are left to the defaults.

    Returns:
        ``returned``: what the function returned, None if it was ended; ``changed_arguments``:
        positions, from 0, of those that it changed; ``built``, ``runs``: as `FoldRecorder.facts`
        tells them, where each run has an ``optimizer``, too: a number that two runs have in common
        if they were trained by the same object, None if not known.
    """
    function = function_named(notebook, name)
    arguments = (configurations, images, labels)
    before = copy.deepcopy(arguments)
    with FoldRecorder(*copy.deepcopy(arguments[1:])) as recorder:
        watched = _OptimizerWatch(recorder, first_only)
        random.seed(chance)  # the recorder puts both back
        np.random.seed(chance)
        returned = None
        with stand_in(notebook, builder, watched.build_model), contextlib.suppress(_EnoughSeen):
            returned = function(*arguments, *settings)
        facts = recorder.facts()
        for number, run in enumerate(facts["runs"]):
            run["optimizer"] = watched.optimizer_of(number)
        return {
            "returned": returned,
            "changed_arguments": [
                i
                for i, pair in enumerate(zip(before, arguments, strict=True))
                if not is_unchanged(*pair)
            ],
            **facts,
        }


class _EnoughSeen(BaseException):
    """Ends a learner's function, past whatever catches an Exception in it."""


class _OptimizerWatch:
    """Notes which optimizer each of a recorder's models was trained by."""

    def __init__(self, recorder: FoldRecorder, first_only: bool) -> None:
        self._recorder = recorder
        self._first_only = first_only
        self._optimizers: list[Any] = []  # kept alive, so that no two share an id
        self._of_run: dict[int, int] = {}

    def build_model(self, *args: Any, **kwargs: Any) -> Any:
        """Return a model of the recorder's, whose calls of ``fit`` are noted."""
        model = self._recorder.build_model(*args, **kwargs)
        fit = model.fit

        def noting(*fit_args: Any, **fit_kwargs: Any) -> Any:
            history = fit(*fit_args, **fit_kwargs)
            if not any(model.optimizer is known for known in self._optimizers):
                self._optimizers.append(model.optimizer)
            number = next(i for i, o in enumerate(self._optimizers) if o is model.optimizer)
            self._of_run[len(self._recorder.facts()["runs"]) - 1] = number
            if self._first_only:
                raise _EnoughSeen
            return history

        model.fit = noting
        return model

    def optimizer_of(self, run: int) -> int | None:
        """Return the number of the optimizer of a run, None if it was not seen."""
        return self._of_run.get(run)
