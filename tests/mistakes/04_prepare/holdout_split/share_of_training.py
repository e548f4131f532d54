"""The fraction taken for the share of training, or the two parts swapped.

loses: 2
told: was taken for the share of training
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(positions, train_size=fraction, stratify=labels, random_state=seed)
