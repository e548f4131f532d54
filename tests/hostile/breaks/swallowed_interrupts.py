"""Never ends, and swallows every interrupt.

earns: 4
told: did not stop when told to
"""

# %% middle
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
