"""The share of wrong answers.

loses: 2
told: share of wrong answers
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return 1 - correct / total, low, high
