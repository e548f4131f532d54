"""Everything that `train_test_split` returns.

loses: 5
told: 4 things came back
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(
        positions, labels, test_size=fraction, stratify=labels, random_state=seed
    )
