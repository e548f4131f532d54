"""Never ends, in C, where no interrupt is heard.

earns: 4
told: did not stop when told to
"""

# %% middle
import itertools

sum(itertools.repeat(0))
