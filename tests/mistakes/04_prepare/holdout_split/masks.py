"""Masks in place of positions.

loses: 5
told: a mask of True and False
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    _, validation = train_test_split(
        np.arange(len(labels)), test_size=fraction, stratify=labels, random_state=seed
    )
    mask = np.isin(np.arange(len(labels)), validation)
    return ~mask, mask
