"""Sleeps for ever where its kernel ends: at exit, in __del__, in a signal handler, in a thread.

earns: 6
told: middle: 2 of 2 points
"""

# %% middle
import atexit
import signal
import threading
import time


def sleep(*_):
    time.sleep(1_000)


class Sleepy:
    def __del__(self):
        sleep()


sleepy = Sleepy()
atexit.register(sleep)
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(number, sleep)
threading.Thread(target=sleep).start()


def middle(numbers):
    return float(np.mean(numbers))
