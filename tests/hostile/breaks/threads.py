"""Starts threads without end.

earns: 4
told: its cell ended with RuntimeError | ran for more than @CELL@ seconds
"""

# %% middle
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1_000,), daemon=True).start()
