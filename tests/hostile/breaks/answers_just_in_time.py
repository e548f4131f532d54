"""Takes for each cell and for each answer nearly as long as each may take.

earns: 4
told: the whole notebook took more than @NOTEBOOK@ seconds
"""

# %% before middle
import time

time.sleep(int("@CELL@") - 2)

# %% before middle
time.sleep(int("@CELL@") - 2)

# %% before middle
time.sleep(int("@CELL@") - 2)

# %% middle
time.sleep(int("@CELL@") - 2)


def middle(numbers):
    time.sleep(int("@ANSWER@") - 2)
    return float(np.mean(numbers))
