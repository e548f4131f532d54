"""Splits the labels themselves.

loses: 5
told: These are labels, not positions
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    return train_test_split(labels, test_size=fraction, stratify=labels, random_state=seed)
