"""The search for the smallest starts at 60,000, so a larger one is never found.

loses: 1
told: With which number does the search for the smallest begin
"""


def imbalance_ratio(counts):
    largest, smallest = 0, 60_000
    for count in counts:
        if count > largest:
            largest = count
        if count < smallest:
            smallest = count
    return largest / smallest if smallest > 0 else float("inf")
