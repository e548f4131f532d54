"""Positions collected in an array of floats.

loses: 5
told: NumPy takes whole numbers only
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.linspace(0, len(labels) - 1, len(labels))
    return train_test_split(positions, test_size=fraction, stratify=labels, random_state=seed)
