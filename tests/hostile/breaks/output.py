"""Prints gigabytes.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds
"""

# %% middle
while True:
    print("x" * 1_000)
