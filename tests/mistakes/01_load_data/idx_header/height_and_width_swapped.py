"""Width taken for height.

loses: 2
told: then how many columns
"""


def idx_header(data):
    numbers = [int.from_bytes(data[i : i + 4], "big") for i in range(0, 4 + 4 * data[3], 4)]
    if len(numbers) == 2:
        return numbers[0], (numbers[1],)
    magic, n, width, height = numbers
    return magic, (n, height, width)
