"""Prints gigabytes without ever ending a line.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds | ended with MemoryError
"""

# %% middle
import sys

while True:
    sys.stdout.write("x" * 10_000)
