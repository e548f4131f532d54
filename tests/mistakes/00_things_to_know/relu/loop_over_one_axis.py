"""Python's max in a loop, which meets the rows of a table.

loses: 2
told: A loop over a table meets whole rows
"""


def relu(x):
    return [max(0.0, value) for value in x]
