"""Takes all memory, bit by bit, and keeps it.

earns: 4
told: MemoryError
"""

# %% middle
hog = []
while True:
    hog.append(bytearray(10**7))
