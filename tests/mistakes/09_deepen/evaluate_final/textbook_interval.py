"""An interval of its own, the textbook's.

loses: 2
told: is not the one that `accuracy_interval` gives
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = (
        (correct - 1.96 * (correct * (1 - correct / total)) ** 0.5) / total,
        (correct + 1.96 * (correct * (1 - correct / total)) ** 0.5) / total,
    )
    return correct / total, low, high
