"""Stops the loop of its kernel.

earns: 4
told: the kernel died | `middle` gave no answer within @ANSWER@ seconds | ran for more than @CELL@ seconds
"""

# %% middle
get_ipython().kernel.io_loop.stop()
import time

time.sleep(1)
