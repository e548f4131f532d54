"""Closes all file descriptors but the first three.

earns: 4
told: the kernel died | ran for more than @CELL@ seconds
"""

# %% middle
import os

os.closerange(3, 10_000)
