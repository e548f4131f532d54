"""Makes links to files of others in its own folder, and reads through them.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import os

    found = []
    for number, path in enumerate(
        ("@CLASS@/secret.txt", "/etc/shadow", "/proc/@PID@/environ", "/")
    ):
        for make in (os.symlink, os.link):
            try:
                make(path, f"link-{number}")
                found.append(os.listdir("link-3") if path == "/" else open(f"link-{number}").read())
            except OSError:
                continue
    return str(found or "found nothing")
