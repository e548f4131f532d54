"""In percent.

loses: 2
told: accuracy is in percent
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return 100 * correct / total, 100 * low, 100 * high
