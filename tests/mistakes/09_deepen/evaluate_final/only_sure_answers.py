"""Counts the images whose right digit got more than one half.

loses: 2
told: be it large or small
"""


def evaluate_final(model, images, labels):
    answers = model.predict(images, verbose=0)
    correct = int((answers[np.arange(len(labels)), labels] > 0.5).sum())
    return (correct / len(labels), *accuracy_interval(correct, len(labels)))
