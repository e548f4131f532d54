"""Over-careful: asks a clone of the model with copies of the data, and names what comes back."""

from typing import NamedTuple


class Measured(NamedTuple):
    accuracy: float
    low: float
    high: float


def _clone(model: keras.Model) -> keras.Model:
    twin = keras.models.clone_model(model)
    twin.set_weights(model.get_weights())
    return twin


def evaluate_final(model: keras.Model, images: np.ndarray, labels: np.ndarray) -> Measured:
    if len(images) != len(labels) or len(labels) == 0:
        raise ValueError(f"{len(images)} images and {len(labels)} labels")
    answers = _clone(model).predict(np.array(images, dtype="float32"), verbose=0)
    right = int(np.count_nonzero(np.argmax(answers, axis=-1) == np.array(labels)))
    low, high = accuracy_interval(right, len(labels))
    return Measured(right / len(labels), float(low), float(high))
