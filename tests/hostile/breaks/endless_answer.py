"""Never answers the judge.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
def middle(numbers):
    while True:
        pass
