"""Places are given by sorting, and the first is taken. Written from the notebook alone."""

import numpy as np
from scipy.stats import rankdata


def predict_digits(model, images):
    places = rankdata(-model.predict(images, batch_size=7, verbose=0), method="ordinal", axis=1)
    return np.nonzero(places == 1)[1]
