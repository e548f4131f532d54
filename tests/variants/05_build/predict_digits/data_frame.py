"""The column with the largest value, by pandas. Written from the notebook alone."""

import pandas as pd


def predict_digits(model, images):
    return pd.DataFrame(model.predict(images, verbose=0)).idxmax(axis="columns").to_numpy()
