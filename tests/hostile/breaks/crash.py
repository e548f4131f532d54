"""Reads where no memory is.

earns: 4
told: the kernel died: a cell ended it, or used more memory or time than it may have
"""

# %% middle
import ctypes

ctypes.string_at(8)
