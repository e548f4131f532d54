"""Becomes root, or someone else, by number.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import glob
    import os

    found = []
    for call, arguments in (
        (os.setuid, (0,)),
        (os.setresuid, (0, 0, 0)),
        (os.setgid, (0,)),
        (os.setgroups, ([0],)),
    ):
        try:
            found.append(call(*arguments))
        except OSError:
            continue
    return str(found or "found nothing")
