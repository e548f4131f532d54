"""The same numbers, with the columns side by side in memory. Written from the notebook alone."""

import numpy as np


def normalize(images):
    out = np.empty_like(images, dtype=np.float32, order="F")
    np.divide(images, np.float32(255), out=out, casting="unsafe")
    return out
