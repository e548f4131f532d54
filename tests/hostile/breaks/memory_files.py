"""Takes memory as files: in shared memory, in anonymous files and in its home.

earns: 4
told: its cell ended with OSError
"""

# %% middle
import os

try:
    os.memfd_create("hog")
except OSError:
    pass
with open("/dev/shm/hog", "wb") as file:
    while True:
        file.write(bytes(2**20))
