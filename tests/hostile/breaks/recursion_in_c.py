"""Recurses in C, until the stack is full.

earns: 4
told: middle
"""

# %% middle
import sys

sys.setrecursionlimit(2**30)
deep = []
for _ in range(10**6):
    deep = [deep]
repr(deep)
