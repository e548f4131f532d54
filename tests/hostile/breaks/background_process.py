"""Leaves a process behind that outlives its cell.

earns: 6
told: no process for me
"""

# %% middle
import os
import subprocess

for start in (
    lambda: subprocess.Popen(["sleep", "1000"], start_new_session=True),
    lambda: os.system("nohup sleep 1000 &"),
    lambda: os.popen("sleep 1000 &"),
):
    try:
        start()
    except OSError:
        print("no process for me")


def middle(numbers):
    return float(np.mean(numbers))
