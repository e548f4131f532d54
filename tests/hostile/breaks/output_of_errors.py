"""Prints gigabytes as errors.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds
"""

# %% middle
import sys

while True:
    print("x" * 10_000, file=sys.stderr)
