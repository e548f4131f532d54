"""Makes files and folders without end, all of them empty.

earns: 4
told: its cell ended with OSError | ran for more than @CELL@ seconds
"""

# %% middle
import os

for number in range(10**7):
    os.mkdir(f"folder-{number}")
    open(f"file-{number}", "w").close()
