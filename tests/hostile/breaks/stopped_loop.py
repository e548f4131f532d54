"""Stops the loop of its kernel.

earns: 4
told: middle
"""

# %% middle
get_ipython().kernel.io_loop.stop()
import time

time.sleep(1)
