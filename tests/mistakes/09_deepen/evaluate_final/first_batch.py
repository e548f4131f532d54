"""Only the first 32 images.

loses: 2
told: computed for 32 digits
"""


def evaluate_final(model, images, labels):
    images, labels = images[:32], labels[:32]
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return correct / total, low, high
