"""Looks at its parent and at everyone above it.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import os

    found = [os.getppid()] if os.getppid() else []
    for number in range(2, 2_000):
        try:
            os.kill(number, 0)
            found.append(number)
        except ProcessLookupError:
            continue
        except PermissionError:
            found.append(number)
    threads = {int(name) for name in os.listdir("/proc/self/task")}
    return str([one for one in found if one not in threads] or "found nothing")
