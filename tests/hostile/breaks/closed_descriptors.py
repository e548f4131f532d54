"""Closes all file descriptors but the first three.

earns: 4
told: middle
"""

# %% middle
import os

os.closerange(3, 10_000)
