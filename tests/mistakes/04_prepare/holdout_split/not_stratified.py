"""Shuffled, and not by class.

loses: 2
told: The split is not stratified
"""


def holdout_split(labels, fraction, seed):
    positions = np.random.default_rng(seed).permutation(len(labels))
    cut = round(len(labels) * fraction)
    return positions[cut:], positions[:cut]
