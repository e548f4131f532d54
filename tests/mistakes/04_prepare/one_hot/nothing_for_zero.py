"""Label 0 is taken for no label.

loses: 3
told: The rows of label 0 hold no 1
"""


def one_hot(labels, num_classes=10):
    encoded = np.zeros((len(labels), num_classes))
    for row, label in zip(encoded, labels):
        if label:
            row[label] = 1
    return encoded
