"""Stops its own process, so that it is there and does nothing.

earns: 4
told: ran for more than @CELL@ seconds
"""

# %% middle
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
os.kill(os.getpid(), signal.SIGTSTP)
while True:
    pass
