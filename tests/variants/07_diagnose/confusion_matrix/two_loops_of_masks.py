"""For each pair of classes the images are counted where both hold."""


def confusion_matrix(labels, predictions, num_classes=10):
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    for true in range(num_classes):
        for predicted in range(num_classes):
            matrix[true, predicted] = np.sum((labels == true) & (predictions == predicted))
    return matrix
