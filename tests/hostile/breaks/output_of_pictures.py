"""Shows huge pictures and pages, one after the other.

earns: 4
told: printed more than 32 MiB | ran for more than @CELL@ seconds
"""

# %% middle
from IPython.display import HTML, display

while True:
    display(HTML("<p>" + "x" * 10**6))
