"""scikit-learn on labels rebuilt from the counts."""

from sklearn.metrics import recall_score


def per_class_recall(matrix):
    classes = np.arange(len(matrix))
    rows, columns = np.indices(matrix.shape)
    return recall_score(
        np.repeat(rows.ravel(), matrix.ravel()),
        np.repeat(columns.ravel(), matrix.ravel()),
        labels=classes,
        average=None,
        zero_division=np.nan,
    )
