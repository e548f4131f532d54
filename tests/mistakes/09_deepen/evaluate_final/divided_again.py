"""Prepares the images once more.

loses: 2
told: divided by 255 once more
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images / 255, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return correct / total, low, high
