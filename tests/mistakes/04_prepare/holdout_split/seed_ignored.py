"""Always the same seed.

loses: 1
told: the argument `seed` has no effect
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(positions, test_size=fraction, stratify=labels, random_state=42)
