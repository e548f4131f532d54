"""scikit-learn's confusion matrix, whose diagonal is what was told rightly."""

from sklearn.metrics import confusion_matrix


def evaluate_final(model, images, labels):
    told = model.predict(images, verbose=0).argmax(axis=1)
    matrix = confusion_matrix(labels, told, labels=np.arange(10))
    right, total = matrix.trace(), matrix.sum()
    return tuple(map(float, (right / total, *accuracy_interval(int(right), int(total)))))
