"""How often each class is right.

loses: 3
told: one number for each class
"""


def confusion_matrix(labels, predictions, num_classes=10):
    return [int(np.sum((labels == c) & (predictions == c))) for c in range(num_classes)]
