"""Sleeps in C without letting go of the interpreter, so that no thread runs.

earns: 4
told: did not stop when told to
"""

# %% middle
import ctypes

ctypes.PyDLL(None).sleep(1_000)
