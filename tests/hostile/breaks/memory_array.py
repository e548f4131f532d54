"""Takes all memory, as one array.

earns: 4
told: its cell ended with MemoryError
"""

# %% middle
hog = np.ones(10**10)
