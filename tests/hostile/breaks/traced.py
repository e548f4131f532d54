"""Has every line that its kernel runs traced, slowly.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds
"""

# %% middle
import sys
import threading
import time


def trace(*_):
    time.sleep(0.01)
    return trace


def middle(numbers):
    sys.settrace(trace)
    threading.settrace(trace)
    total = 0
    for number in range(10**5):
        total += number
    return total
