"""Raises the limit of recursion, and recurses.

earns: 4
told: `middle`
"""

# %% middle
import sys

sys.setrecursionlimit(2**30)


def middle(numbers):
    return middle(numbers) + 1
