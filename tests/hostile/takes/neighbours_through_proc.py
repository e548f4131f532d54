"""Gets at the class through the root folders of all processes that there are.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import os

    found = []
    for number in ["self", "thread-self", *range(1, 500), int("@PID@")]:
        for root in ("root", "cwd"):
            for path in ("@CLASS@/secret.txt", "@SUBMITTED@", "secret.txt"):
                try:
                    found.append(os.stat(f"/proc/{number}/{root}/{path}"))
                except OSError:
                    continue
    return str(found or "found nothing")
