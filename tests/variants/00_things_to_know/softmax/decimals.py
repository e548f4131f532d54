"""Decimals of Python, whose powers do not overflow. Written from the notebook alone."""

from decimal import Decimal

import numpy as np


def softmax(logits):
    if np.ndim(logits) > 1:
        return np.array([softmax(row) for row in logits])
    powers = [Decimal(float(logit)).exp() for logit in logits]
    total = sum(powers)
    return np.array([float(power / total) for power in powers])
