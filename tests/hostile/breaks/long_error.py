"""Raises an error whose message has a million lines.

earns: 4
told: `middle` raised ValueError
"""


# %% middle
def middle(numbers):
    raise ValueError("x\n" * 10**6)
