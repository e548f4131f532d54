"""The mean probability of the right digit.

loses: 2
told: mean probability of the right digits
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return answers[np.arange(total), labels].mean(), low, high
