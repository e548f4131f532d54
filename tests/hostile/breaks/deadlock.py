"""Waits for a lock that it holds itself.

earns: 4
told: ran for more than @CELL@ seconds
"""

# %% middle
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
