"""The interval is left as a pair of its own.

loses: 2
told: a number and a pair
"""


def evaluate_final(model, images, labels):
    correct = int((model.predict(images, verbose=0).argmax(axis=1) == labels).sum())
    return correct / len(labels), accuracy_interval(correct, len(labels))
