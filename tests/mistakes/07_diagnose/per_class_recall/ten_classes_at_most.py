"""Goes through ten classes at most, whatever the matrix has.

loses: 1
told: the others were not looked at
"""


def per_class_recall(matrix):
    recall = np.full(len(matrix), np.nan)
    for i in range(min(10, len(matrix))):
        if matrix[i].sum():
            recall[i] = matrix[i, i] / matrix[i].sum()
    return recall
