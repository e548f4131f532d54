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

# %% before middle
time.sleep(int("@CELL@") - 2)


# %% middle
def middle(numbers):
    for _ in range(5 * (int("@ANSWER@") - 1)):
        time.sleep(0.2)
    return 7
