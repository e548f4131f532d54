"""Printed and not returned.

loses: 3
told: returned nothing
"""


def class_counts(labels, num_classes=10):
    print(np.bincount(labels, minlength=num_classes))
