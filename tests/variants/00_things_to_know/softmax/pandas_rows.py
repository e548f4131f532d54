"""A data frame, with a Series for a single row. Written from the notebook alone."""

import numpy as np
import pandas as pd


def softmax(logits):
    if logits.ndim == 1:
        powers = np.exp(pd.Series(logits) - max(logits))
        return powers / powers.sum()
    frame = pd.DataFrame(logits)
    powers = np.exp(frame.sub(frame.max(axis=1), axis=0))
    return powers.div(powers.sum(axis=1), axis=0)
