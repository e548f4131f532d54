"""Answers with something that takes for ever to be turned into data.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
class Endless:
    def __array__(self, *args, **kwargs):
        while True:
            pass


def middle(numbers):
    return Endless()
