"""Any failure on the way becomes a ValueError. Written from the notebook alone."""

import math

import numpy as np


def read_idx(data):
    try:
        magic, shape = idx_header(data)
        assert magic in {2049, 2051}
        start = 4 + 4 * len(shape)
        assert len(shape) in (1, 3) and len(data) == start + math.prod(shape)
        return np.array(list(data[start:]), dtype="uint8").reshape(shape)
    except Exception as reason:
        raise ValueError("not an idx file of images or labels") from reason
