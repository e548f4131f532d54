"""One pass over the counts."""


def imbalance_ratio(counts):
    low = high = counts[0]
    for count in counts:
        low = count if count < low else low
        high = count if count > high else high
    if low:
        return high / low
    return 1e400
