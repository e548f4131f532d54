"""Has many cells, each a little quicker than a cell has to be.

earns: 0
told: the whole notebook took more than @NOTEBOOK@ seconds
"""

# %% before double
import time

time.sleep(int("@CELL@") - 2)

# %% before double
import time

time.sleep(int("@CELL@") - 2)

# %% before double
import time

time.sleep(int("@CELL@") - 2)

# %% before double
import time

time.sleep(int("@CELL@") - 2)

# %% before double
import time

time.sleep(int("@CELL@") - 2)

# %% before double
import time

time.sleep(int("@CELL@") - 2)
