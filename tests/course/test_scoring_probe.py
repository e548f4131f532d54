"""The probe of measuring knows the right accuracy, and stands in for the learner's helper."""

from typing import Any

import numpy as np

from course import probes
from course.notebook import LocalNotebook

IMAGES = np.random.default_rng(0).random((20, 28, 28, 1)).astype(np.float32)
WRONG = [0, 5, 19]


def measure(source: str, **names: Any) -> Any:
    namespace: dict[str, Any] = {"np": np, **names}
    exec(source, namespace)
    facts = LocalNotebook(namespace).ask(
        probes.score_known_answers, "measure", IMAGES, WRONG, "helper"
    )
    return facts, namespace


HONEST = """
def helper(correct, total):
    raise NotImplementedError

def measure(model, images, labels):
    right = int((model.predict(images, verbose=0).argmax(axis=1) == labels).sum())
    return (right / len(labels), *helper(right, len(labels)))
"""


def test_the_helper_is_stood_in_for_and_put_back() -> None:
    facts, namespace = measure(HONEST)
    assert facts["answer"] == [17 / 20, *facts["helped"]]
    assert facts["asked"] == [[17, 20]]
    assert not facts["moved"]
    assert not facts["recompiled"]
    assert not facts["as_in_training"]
    assert namespace["helper"].__name__ == "helper"


def test_evaluate_finds_the_same_accuracy() -> None:
    facts, namespace = measure(
        "def measure(model, images, labels):\n    return model.evaluate(images, labels, verbose=0)"
    )
    loss, accuracy = facts["answer"]
    assert np.isclose(accuracy, 17 / 20)
    assert np.isclose(loss, facts["loss"], rtol=1e-3)
    assert "helper" not in namespace


def test_training_and_dropout_are_seen() -> None:
    trained, _ = measure(
        "def measure(model, images, labels):\n    model.fit(images, labels, verbose=0)"
    )
    assert trained["moved"]
    dropping, _ = measure(
        "def measure(model, images, labels):\n    return np.asarray(model(images, training=True))"
    )
    assert dropping["as_in_training"]
    assert not dropping["moved"]


def test_a_model_that_is_compiled_anew_is_seen() -> None:
    facts, _ = measure(
        "def measure(model, images, labels):\n"
        "    model.compile('sgd', 'sparse_categorical_crossentropy', metrics=['accuracy'])"
    )
    assert facts["recompiled"]
    assert not facts["moved"]
