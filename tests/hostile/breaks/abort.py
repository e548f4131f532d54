"""Aborts its kernel.

earns: 4
told: the kernel died: a cell ended it, or used more memory or time than it may have
"""

# %% middle
import os

os.abort()
