"""Never answers the judge, and cannot be interrupted.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds
"""

# %% middle
import itertools


def middle(numbers):
    return sum(itertools.repeat(0))
