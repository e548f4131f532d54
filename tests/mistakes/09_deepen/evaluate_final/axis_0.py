"""Compares the images with each other.

loses: 2
told: shapes (10,)
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int(np.sum(answers.argmax(axis=0) == labels))
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return correct / total, low, high
