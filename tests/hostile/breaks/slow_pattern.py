"""Has a regular expression try all ways to fail.

earns: 4
told: ran for more than @CELL@ seconds
"""

# %% middle
import re

re.match(r"(a|a)*$", "a" * 50 + "b")
