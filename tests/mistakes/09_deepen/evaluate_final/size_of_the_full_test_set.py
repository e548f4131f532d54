"""10,000 stands in the code.

loses: 2
told: computed for 10000 digits
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, 10_000)
    return correct / total, low, high
