"""The largest class first.

loses: 2
told: sorted by size
"""


def class_counts(labels, num_classes=10):
    return sorted(np.bincount(labels, minlength=num_classes), reverse=True)
