"""The model is called as in training, with dropout on.

loses: 2
told: as if it were in training
"""


def evaluate_final(model, images, labels):
    answers = np.asarray(model(images, training=True))
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return correct / total, low, high
