"""np.divide with a place for the answer, which is left at infinity where nothing can be divided."""


def imbalance_ratio(counts):
    largest, smallest = np.max(counts), np.min(counts)
    return np.divide(largest, smallest, out=np.array(np.inf), where=smallest > 0)[()]
