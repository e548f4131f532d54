"""Fills its home.

earns: 4
told: its cell ended with OSError | ran for more than @CELL@ seconds
"""

# %% middle
for number in range(10**6):
    with open(f"file-{number}", "wb") as file:
        file.write(bytes(10**6))
