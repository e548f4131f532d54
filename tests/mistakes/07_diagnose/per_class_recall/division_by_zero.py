"""Plain Python divides by 0.

loses: 2
told: made Python divide by 0
"""


def per_class_recall(matrix):
    return [int(matrix[i][i]) / int(sum(matrix[i])) for i in range(len(matrix))]
