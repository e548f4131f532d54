"""Ignores all signals that can be ignored, and sleeps.

earns: 4
told: did not stop when told to
"""

# %% middle
import signal
import time

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
time.sleep(1_000)
