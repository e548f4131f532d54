"""Relies on a model that reports its loss and its accuracy, and nothing else.

loses: 2
told: reports another number besides
"""


def evaluate_final(model, images, labels):
    _, accuracy = model.evaluate(images, labels, verbose=0)
    correct = round(accuracy * len(labels))
    return (correct / len(labels), *accuracy_interval(correct, len(labels)))
