"""Starts threads without end.

earns: 4
told: its cell ended with RuntimeError
"""

# %% middle
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1_000,), daemon=True).start()
