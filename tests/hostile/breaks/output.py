"""Prints gigabytes.

earns: 4
told: a cell printed more than 32 MiB and was stopped
"""

# %% middle
while True:
    print("x" * 1_000)
