"""Replaces one output with another, for ever.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds
"""

# %% middle
from IPython.display import clear_output, display

shown = display("x" * 10_000, display_id=True)
while True:
    shown.update("y" * 10_000)
    clear_output()
