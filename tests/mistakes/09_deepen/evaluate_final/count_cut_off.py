"""Share times number, cut off to an integer, loses one.

loses: 2
told: computed for 27 right answers
"""


def evaluate_final(model, images, labels):
    accuracy = model.evaluate(images, labels, verbose=0)[1]
    low, high = accuracy_interval(int(accuracy * len(labels)), len(labels))
    return accuracy, low, high
