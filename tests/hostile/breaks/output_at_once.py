"""Prints a hundred megabytes in one message.

earns: 4
told: middle
"""

# %% middle
print("x" * 10**8)
