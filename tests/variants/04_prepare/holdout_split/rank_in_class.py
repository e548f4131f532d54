"""The rank of a random number within its class decides, by pandas. Written from the notebook alone."""

import numpy as np
import pandas as pd


def holdout_split(labels, fraction, seed):
    frame = pd.DataFrame({"label": labels, "u": np.random.default_rng(seed).random(len(labels))})
    share = frame.groupby("label")["u"].rank(pct=True)
    held = frame.index[share <= fraction]
    return frame.index.difference(held), held
