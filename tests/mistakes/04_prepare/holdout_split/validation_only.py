"""Only the held-out positions come back.

loses: 5
told: A single array came back
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(positions, test_size=fraction, stratify=labels, random_state=seed)[1]
