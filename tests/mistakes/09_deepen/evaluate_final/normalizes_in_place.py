"""Stretches the caller's images to their own maximum.

loses: 1
told: images or labels that were handed in were changed
"""


def evaluate_final(model, images, labels):
    images /= images.max()
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return correct / total, low, high
