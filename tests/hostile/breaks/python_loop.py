"""Never ends, in Python.

earns: 4
told: The cell `middle` ran for more than @CELL@ seconds and was interrupted.
"""

# %% middle
while True:
    pass
