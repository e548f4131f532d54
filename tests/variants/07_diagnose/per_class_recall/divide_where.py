"""NumPy divides only where the row is not empty, into an array that is full of NaN."""


def per_class_recall(matrix):
    matrix = np.asarray(matrix)
    rows = matrix.sum(axis=1)
    recall = np.full(len(rows), np.nan)
    np.divide(np.diagonal(matrix), rows, out=recall, where=rows > 0)
    return recall
