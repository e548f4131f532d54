"""Pickles the weights.

loses: 2
told: file is a pickle
"""

import pickle


def save_final(model, path):
    with open(path, "wb") as file:
        pickle.dump(model.get_weights(), file)
