"""Raises an error that cannot say what it is.

earns: 4
told: `middle` raised Silent
"""


# %% middle
class Silent(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__


def middle(numbers):
    raise Silent
