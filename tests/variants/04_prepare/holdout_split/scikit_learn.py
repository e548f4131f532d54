"""`train_test_split` of the positions, stratified by the labels."""

from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    train, validation = train_test_split(
        np.arange(len(labels)), test_size=fraction, stratify=labels, random_state=seed
    )
    return train, validation
