"""Takes all memory, bit by bit, and keeps it.

earns: 4
told: MemoryError | ran for more than @CELL@ seconds
"""

# %% middle
hog = []
while True:
    hog.append(bytearray(10**7))
