"""Writes to the descriptors of standard output and error themselves.

earns: 6
told: middle: 2 of 2 points
"""

# %% middle
import os

for _ in range(20):
    for number in (1, 2):
        os.write(number, b"@MARK@" * 1_000)


def middle(numbers):
    return float(np.mean(numbers))
