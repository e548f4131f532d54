"""Ends its kernel without a word.

earns: 4
told: the kernel died: a cell ended it, or used more memory or time than it may have
"""

# %% middle
import os

os._exit(0)
