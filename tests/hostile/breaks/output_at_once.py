"""Prints a hundred megabytes in one message.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds
"""

# %% middle
print("x" * 10**8)
