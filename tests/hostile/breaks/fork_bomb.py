"""Starts processes without end.

earns: 4
told: its cell ended with BlockingIOError
"""

# %% middle
import os

while True:
    os.fork()
