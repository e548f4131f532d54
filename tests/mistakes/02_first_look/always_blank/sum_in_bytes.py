"""Python's own `sum` adds bytes and wraps at 256.

loses: 2
told: Compare first, and no sum can wrap
"""


def always_blank(images):
    return sum(images) == 0
