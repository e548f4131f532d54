"""Missing values are replaced on the way.

loses: 1
told: but values changed
"""


def add_channel(images):
    return np.nan_to_num(images)[..., np.newaxis]
