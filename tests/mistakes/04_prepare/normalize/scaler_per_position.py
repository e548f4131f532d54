"""scikit-learn's MinMaxScaler treats each pixel position as a feature of its own.

loses: 2
told: each position was scaled by its own extremes
"""

from sklearn.preprocessing import MinMaxScaler


def normalize(images):
    table = images.reshape(len(images), -1)
    return MinMaxScaler().fit_transform(table).reshape(images.shape).astype("float32")
