"""Copies the answers of a neighbour from the folder of the class.

earns: 4
told: FileNotFoundError
"""


# %% middle
def middle(numbers):
    return open("@SUBMITTED@/neighbour-00/01_tiny/01_tiny.ipynb").read()
