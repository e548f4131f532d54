"""The last rows, as Keras's `validation_split` takes them.

loses: 3
told: The last 50 rows are held out
"""


def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    cut = round(len(labels) * (1 - fraction))
    return positions[:cut], positions[cut:]
