"""A dict by class.

loses: 3
told: A dictionary came
"""


def per_class_recall(matrix):
    return {i: row[i] / row.sum() for i, row in enumerate(matrix)}
