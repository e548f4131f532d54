"""Positions split by scikit-learn, stratified. Written from the notebook alone."""

import numpy as np
from sklearn.model_selection import train_test_split


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    train_index, validation_index = train_test_split(
        positions, test_size=fraction, random_state=seed, stratify=labels
    )
    return train_index, validation_index
