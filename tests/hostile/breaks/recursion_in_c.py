"""Recurses in C, until the stack is full.

earns: 4
told: the kernel died | ran for more than @CELL@ seconds | its cell ended with
"""

# %% middle
import sys

sys.setrecursionlimit(2**30)
deep = []
for _ in range(10**6):
    deep = [deep]
repr(deep)
