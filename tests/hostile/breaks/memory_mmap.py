"""Takes memory that is not counted as its own: shared, and reserved without being used.

earns: 4
told: its cell ended with OSError | its cell ended with MemoryError | ran for more than @CELL@ seconds
"""

# %% middle
import mmap

hog = []
for flags in (mmap.MAP_SHARED, mmap.MAP_PRIVATE | 0x4000):
    try:
        while True:
            hog.append(mmap.mmap(-1, 2**28, flags=flags | mmap.MAP_ANONYMOUS))
            hog[-1][::4096] = b"x" * 2**16
    except (OSError, MemoryError, ValueError) as error:
        last = error
raise last
