"""One-hot rows in half precision, added up: 2048 and 1 is 2048.

loses: 1
told: 2048 plus 1 is 2048 again
"""


def class_counts(labels, num_classes=10):
    rows = np.eye(num_classes, dtype=np.float16)[np.asarray(labels)]
    return rows.sum(axis=0)
