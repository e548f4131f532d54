"""Takes all memory while it is asked.

earns: 4
told: `middle` raised | `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
def middle(numbers):
    hog = [np.ones(10**7) for _ in range(10**4)]
    return len(hog)
