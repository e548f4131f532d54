"""The seed is not used, so each call draws anew.

loses: 1
told: Two calls with the seed 7
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(positions, test_size=fraction, stratify=labels)
