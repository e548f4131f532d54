"""What a compiled model's loss and metrics make of answers whose worth is known."""

import contextlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from course.probes.light_models import CLASSES, Array, keras_tensor, text_of

Facts = dict[str, Any]

# Labels, and answers to them. They are not as many as there are classes: a loss or a metric that
# confuses the two axes must not pass by chance.
EXAMPLES = 12
_DIGITS = np.arange(EXAMPLES) % CLASSES
_RIGHT = np.eye(CLASSES, dtype=np.float32)[_DIGITS]
_WRONG = np.roll(_RIGHT, 1, axis=1)
_ANSWERS = {
    "right": _RIGHT,
    "wrong": _WRONG,
    "uniform": np.full_like(_RIGHT, 1 / CLASSES),
    "shifted": _RIGHT + 3,
}
FORMS = ("integers", "one_hot")


def in_form(labels: Array, form: str) -> Array:
    """Return integer labels (N,) as they are, or one-hot, float32 (N, 10)."""
    return np.eye(CLASSES, dtype=np.float32)[labels] if form == "one_hot" else labels


def form_of(labels: Array | None) -> str:
    """Tell in which form labels are: ``"integers"``, ``"one_hot"`` or ``"other"``."""
    if labels is None:
        return "other"
    if labels.ndim == 1 or (labels.ndim == 2 and labels.shape[1] == 1):
        return "integers"
    return "one_hot" if labels.ndim == 2 and labels.shape[1] == CLASSES else "other"


def losses_by_form(model: Any, images: Array, first: str = "integers") -> Facts:
    """Return ``losses`` and ``loss_error`` as `course.probes.describe_model` tells them.

    Args:
        model: a compiled model that has been called.
        images: (12, 28, 28, 1), for losses that look at them.
        first: the form to begin with, since a loss may settle on the first form that it sees.
    """
    facts: Facts = {"losses": dict.fromkeys(FORMS), "loss_error": None}
    for form in sorted(FORMS, key=lambda form: form != first):
        try:
            facts["losses"][form] = {
                name: _loss(model, images, form, answers) for name, answers in _ANSWERS.items()
            }
        except Exception as error:
            facts["loss_error"] = facts["loss_error"] or text_of(error)
        if tells_right_from_wrong(facts["losses"][form]):
            break
    return facts


def tells_right_from_wrong(losses: Mapping[str, float] | None) -> bool:
    """Tell whether right answers cost less than wrong ones."""
    return losses is not None and losses["right"] < losses["wrong"] - 1e-3


def metrics_of_known_answers(model: Any, images: Array, form: str) -> Facts:
    """Return ``metrics`` and ``metric_error`` as `course.probes.describe_model` tells them."""
    half = np.where(np.arange(EXAMPLES)[:, None] < EXAMPLES // 2, _RIGHT, _WRONG)
    x, y = keras_tensor(images), keras_tensor(in_form(_DIGITS, form))
    found: Facts = {"metrics": [], "metric_error": None}
    try:
        for answers in (_RIGHT, half):
            model.reset_metrics()
            values = model.compute_metrics(x, y, keras_tensor(answers))
            found["metrics"].append(
                {str(key): float(np.mean(value)) for key, value in values.items() if key != "loss"}
            )
    except Exception as error:  # of a metric that these labels do not fit
        found["metric_error"] = text_of(error)
    model.reset_metrics()
    return found


def settle_metrics(model: Any, labels: Array) -> None:
    """Let a model's metrics settle on labels of this form, so that Keras knows their names."""
    with contextlib.suppress(Exception):  # metrics that these labels do not fit
        answers = np.full((len(labels), CLASSES), 1 / CLASSES, np.float32)
        model.compute_metrics(None, keras_tensor(labels), keras_tensor(answers))
    model.reset_metrics()


def name_of_loss(model: Any) -> str:
    """Return the name of a model's loss: as it was given, of the function, or of the class."""
    loss = getattr(model, "loss", None)
    if loss is None or isinstance(loss, str):
        return loss or ""
    return str(getattr(loss, "__name__", type(loss).__name__))


def from_logits(model: Any) -> bool | None:
    """Tell whether a loss was told ``from_logits``; None if it does not say."""
    loss = getattr(model, "loss", None)
    told: Any = getattr(loss, "keywords", None)  # of a functools.partial
    if loss is not None and hasattr(loss, "get_config"):
        try:
            told = loss.get_config()
        except Exception:  # a loss of the learner's own need not be able to
            return None
    return told.get("from_logits") if isinstance(told, Mapping) else None


def _loss(model: Any, images: Array, form: str, answers: npt.NDArray[np.float32]) -> float:
    labels = in_form(_DIGITS, form)
    total = model.compute_loss(
        x=keras_tensor(images), y=keras_tensor(labels), y_pred=keras_tensor(answers)
    )
    penalties = sum(float(np.sum(penalty)) for penalty in model.losses)
    return float(np.mean(total)) - penalties
