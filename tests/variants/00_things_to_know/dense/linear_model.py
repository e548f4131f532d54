"""A linear model of scikit-learn that is told what it has learned. Written from the notebook alone."""

import numpy as np
from sklearn.linear_model import LinearRegression


def dense(inputs, weights, bias):
    model = LinearRegression()
    model.coef_ = np.transpose(weights)
    model.intercept_ = np.asarray(bias)
    return model.predict(inputs)
