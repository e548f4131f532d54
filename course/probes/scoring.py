"""How a learner's function measures a model: the accuracy it finds, and what it does to get it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from course.probes.arguments import is_unchanged
from course.probes.light_models import (
    Array,
    answers_of,
    calm,
    differ,
    predict_plainly,
    small_model,
    weights_of,
)
from course.probes.registry import function_named, probe


@probe
def score_known_answers(
    notebook: Mapping[str, Any], name: str, images: Array, told_wrongly: list[int], helper: str
) -> dict[str, Any]:
    """Let a learner's function measure a small compiled model whose mistakes are known.

    Args:
        notebook: the learner's names.
        name: the function, called as ``f(model, images, labels)``.
        images: float32 (N, 28, 28, 1).
        told_wrongly: positions of the images whose labels are others than the model says; by turns
            its second and its last choice.
        helper: a function ``(correct, total)`` of the notebook that `name` may call. We stand in
            for it, so that its own mistakes do not count here again.

    Returns:
        - ``answer``: what the function returned.
        - ``asked``: a pair (correct, total) for each call of the helper; ``helped``: the pair that
          it was answered, the same each time.
        - ``loss``: the model's cross-entropy on these labels; ``scores``: (N, 10), its answers;
          ``labels``: (N,).
        - ``as_in_training``: whether the model was called as if to be trained; ``moved``: whether
          its weights changed; ``recompiled``: whether it has another optimizer; ``largest``: the
          largest value that it was shown, None if it was not called; ``changed_arguments``:
          positions, from 0.
    """
    function = function_named(notebook, name)
    asked: list[list[float]] = []
    # No interval that an honest formula would give.
    helped = (0.12345, 0.98765)

    def stand_in(correct: Any, total: Any) -> tuple[float, float]:
        asked.append([float(correct), float(total)])
        return helped

    with calm():
        model, witness = small_model(softmax=True)
        # Not another metric: who takes evaluate's two numbers apart has done what most would.
        model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
        model.run_eagerly = True
        optimizer = model.optimizer
        scores = answers_of(model, images)
        choices = scores.argsort(axis=1)[:, ::-1]
        labels = choices[:, 0].copy()
        labels[told_wrongly[::2]] = choices[told_wrongly[::2], 1]
        labels[told_wrongly[1::2]] = choices[told_wrongly[1::2], -1]
        predict_plainly(model)
        given, before = (images.copy(), labels.copy()), weights_of(model)
        witness.forget()
        namespace = getattr(function, "__globals__", {})
        was_there, original = helper in namespace, namespace.get(helper)
        namespace[helper] = stand_in
        try:
            answer = function(model, *given)
        finally:
            if was_there:
                namespace[helper] = original
            else:
                del namespace[helper]
        shown = [float(np.max(seen)) for seen in witness.looked_at if seen.size]
        chosen = scores[np.arange(len(labels)), labels]
        return {
            "answer": answer,
            "asked": asked,
            "helped": list(helped),
            "loss": float(-np.log(np.maximum(chosen, 1e-7)).mean()),
            "scores": scores,
            "labels": labels,
            "as_in_training": bool(witness.learned_from),
            "moved": differ(before, weights_of(model)),
            "recompiled": model.optimizer is not optimizer,
            "largest": max(shown, default=None),
            "changed_arguments": [
                i
                for i, pair in enumerate(zip((images, labels), given, strict=True), start=1)
                if not is_unchanged(*pair)
            ],
        }
