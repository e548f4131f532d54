"""Lists of zeros with a single 1 between them. Written from the notebook alone."""


def one_hot(labels, num_classes=10):
    return [[0] * int(k) + [1] + [0] * (num_classes - int(k) - 1) for k in labels]
