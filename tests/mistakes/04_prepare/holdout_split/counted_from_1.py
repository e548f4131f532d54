"""Positions from 1 to N.

loses: 5
told: holds the position N
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(1, len(labels) + 1)
    return train_test_split(positions, test_size=fraction, stratify=labels, random_state=seed)
