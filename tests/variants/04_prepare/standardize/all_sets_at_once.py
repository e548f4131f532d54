"""All sets are joined, prepared in one go and cut apart again. Written from the notebook alone."""

import numpy as np


def standardize(train_images, *others):
    sets = (train_images, *others)
    everything = np.concatenate([np.asarray(s, np.float64) for s in sets])
    learned_from = everything[: len(train_images)]
    everything = everything - learned_from.mean()
    scale = learned_from.std()
    everything = np.float32(everything / (scale if scale > 0 else 1))
    return tuple(np.split(everything, np.cumsum([len(s) for s in sets])[:-1]))
