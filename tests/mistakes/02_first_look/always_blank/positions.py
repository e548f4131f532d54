"""Where the blank pixels are, in place of a mask.

loses: 4
told: A mask says of every position
"""


def always_blank(images):
    return np.argwhere((images == 0).all(axis=0))
