"""Plain Python, lists."""

import math


def softmax(logits):
    if logits.ndim == 2:
        return [softmax(row) for row in logits]
    largest = max(logits)
    powers = [math.exp(value - largest) for value in logits]
    return [power / sum(powers) for power in powers]
