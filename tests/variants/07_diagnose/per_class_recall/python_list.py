"""A loop that asks first; a list of floats."""


def per_class_recall(matrix):
    recalls = []
    for i in range(len(matrix)):
        total = sum(int(count) for count in matrix[i])
        recalls.append(int(matrix[i][i]) / total if total else float("nan"))
    return recalls
