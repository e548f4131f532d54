"""The first rows.

loses: 3
told: The first 50 rows are held out
"""


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    cut = round(len(labels) * fraction)
    return positions[cut:], positions[:cut]
