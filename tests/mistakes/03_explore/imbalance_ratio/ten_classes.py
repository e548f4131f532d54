"""A loop over ten digits, however many classes there are.

loses: 1
told: Only the first ten of 26 counts
"""


def imbalance_ratio(counts):
    ten = [int(counts[digit]) for digit in range(min(10, len(counts)))]
    return max(ten) / min(ten) if min(ten) else float("inf")
