"""None in place of NaN.

loses: 2
told: Nothing can be computed with None
"""


def per_class_recall(matrix):
    return [row[i] / row.sum() if row.sum() else None for i, row in enumerate(matrix)]
