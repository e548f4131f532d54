"""Raises the limit of recursion, and recurses.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds | the kernel died | `middle` raised
"""

# %% middle
import sys

sys.setrecursionlimit(2**30)


def middle(numbers):
    return middle(numbers) + 1
