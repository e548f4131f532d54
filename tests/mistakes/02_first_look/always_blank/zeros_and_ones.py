"""Numbers in place of booleans.

loses: 1
told: booleans choose positions
"""


def always_blank(images):
    return (images == 0).all(axis=0).astype(int)
