"""Compiles the model, to be sure that evaluate reports an accuracy.

loses: 2
told: compiled anew while it was measured
"""


def evaluate_final(model, images, labels):
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    _, accuracy = model.evaluate(images, labels, verbose=0)
    correct = round(accuracy * len(labels))
    return (correct / len(labels), *accuracy_interval(correct, len(labels)))
