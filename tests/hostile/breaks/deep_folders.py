"""Makes folders in folders, until no path leads to their end.

earns: 4
told: its cell ended with OSError | ran for more than @CELL@ seconds
"""

# %% middle
import os

for number in range(10**5):
    os.mkdir("deeper")
    os.chdir("deeper")
