"""How sure the model is.

loses: 2
told: how sure the model is on average
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers.argmax(axis=1) == labels).sum())
    total = len(labels)
    low, high = accuracy_interval(correct, total)
    return answers.max(axis=1).mean(), low, high
