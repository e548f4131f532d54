"""A beginner's double loop over the counts, with math.nan for empty rows."""

import math


def per_class_recall(matrix):
    recalls = []
    for i in range(len(matrix)):
        total = 0
        for j in range(len(matrix[i])):
            total = total + int(matrix[i][j])
        if total == 0:
            recalls.append(math.nan)
        else:
            recalls.append(int(matrix[i][i]) / total)
    return np.array(recalls)
