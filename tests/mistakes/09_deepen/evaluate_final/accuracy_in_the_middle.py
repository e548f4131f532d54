"""Low, accuracy, high.

loses: 2
told: stands in the middle
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return low, correct / total, high
