"""An addition at repeated positions happens once.

loses: 2
told: adds it once
"""


def class_counts(labels, num_classes=10):
    counts = np.zeros(num_classes, dtype=int)
    counts[labels] += 1
    return counts
