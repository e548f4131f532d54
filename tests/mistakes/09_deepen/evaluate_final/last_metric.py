"""Takes the last number that evaluate gives for the accuracy.

loses: 2
told: another metric of this model
"""


def evaluate_final(model, images, labels):
    accuracy = model.evaluate(images, labels, verbose=0)[-1]
    low, high = accuracy_interval(round(accuracy * len(labels)), len(labels))
    return accuracy, low, high
