"""Computes a number that is as long as the universe is old.

earns: 4
told: did not stop when told to
"""

# %% middle
int.bit_length(7**7**13)
