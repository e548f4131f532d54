"""Over-careful: type hints, a dataclass for each fold's result, and seeds for everything."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class FoldResult:
    score: float
    history: dict[str, list[float]]


def _run_fold(
    model: keras.Model,
    train: tuple[np.ndarray, np.ndarray],
    held_out: tuple[np.ndarray, np.ndarray],
    epochs: int,
) -> FoldResult:
    record = keras.callbacks.History()
    model.fit(*train, epochs=epochs, validation_data=held_out, callbacks=[record], verbose=0)
    values = model.evaluate(*held_out, verbose=0, return_dict=True)
    history = {name: [float(v) for v in values] for name, values in record.history.items()}
    return FoldResult(score=float(values["accuracy"]), history=history)


def cross_validate(
    build_model: Callable[[], keras.Model],
    images: np.ndarray,
    labels: np.ndarray,
    k: int = 5,
    epochs: int = 5,
    seed: int = 0,
) -> tuple[list[float], list[dict[str, list[float]]]]:
    if len(images) != len(labels):
        raise ValueError("there must be one label for each image")
    keras.utils.set_random_seed(seed)
    results: list[FoldResult] = []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        train = (images[train_index], labels[train_index])
        held_out = (images[validation_index], labels[validation_index])
        results.append(_run_fold(build_model(), train, held_out, epochs))
    return [result.score for result in results], [result.history for result in results]
