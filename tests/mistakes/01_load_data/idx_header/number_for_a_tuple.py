"""The shape of labels as a number in brackets.

loses: 2
told: which is written with a comma
"""


def idx_header(data):
    numbers = np.frombuffer(data[: 4 + 4 * data[3]], ">u4").tolist()
    if len(numbers) == 2:
        return numbers[0], (numbers[1])
    return numbers[0], tuple(numbers[1:])
