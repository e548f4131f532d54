"""Only the weights, renamed.

loses: 2
told: HDF5 inside
"""

import os


def save_final(model, path):
    model.save_weights(str(path) + ".weights.h5")
    os.replace(str(path) + ".weights.h5", path)
