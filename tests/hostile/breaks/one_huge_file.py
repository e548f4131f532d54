"""Writes one file of a terabyte, with a hole in it and without.

earns: 4
told: its cell ended with OSError
"""

# %% middle
import os

with open("huge", "wb") as file:
    try:
        os.truncate("huge", 2**40)
    except OSError:
        pass
    while True:
        file.write(bytes(2**20))
