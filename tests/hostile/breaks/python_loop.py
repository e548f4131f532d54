"""Never ends, in Python.

earns: 4
told: ran for more than @CELL@ seconds
"""

# %% middle
while True:
    pass
