"""Quits in every way that Python has.

earns: 4
told: `middle` raised SystemExit
"""

# %% middle
import sys


def middle(numbers):
    try:
        quit()
    finally:
        sys.exit(3)
