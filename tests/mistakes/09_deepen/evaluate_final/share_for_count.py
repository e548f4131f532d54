"""The interval is asked for the share in place of the count.

loses: 2
told: computed for 0.
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct / total, total)
    return correct / total, low, high
