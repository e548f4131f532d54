"""The held-out positions stay among those for training.

loses: 3
told: Every held-out position is among the training positions
"""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    _, validation = train_test_split(
        positions, test_size=fraction, stratify=labels, random_state=seed
    )
    return positions, validation
