"""Goes for the zygote: its process, its socket, and its terminal.

earns: 4
told: its cell ended with ProcessLookupError
"""

# %% middle
import os
import signal

folder = os.path.dirname(os.path.dirname(os.path.dirname(get_ipython().kernel.parent.ip)))
for path in (f"{folder}/zygote", f"{folder}/zygote.log", f"{folder}/answers", folder):
    for harm in (os.unlink, os.rmdir, lambda path: os.chmod(path, 0), lambda path: open(path, "w")):
        try:
            harm(path)
        except OSError:
            continue
os.killpg(os.getpgid(0), signal.SIGKILL)
