"""Answers with an iterator that never ends.

earns: 4
told: more than 200,000 values | `middle` gave no answer within @ANSWER@ seconds
"""

# %% middle
import itertools


def middle(numbers):
    return itertools.count()
