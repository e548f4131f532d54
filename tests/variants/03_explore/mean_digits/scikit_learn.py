"""The centroids of scikit-learn, where there are two digits or more."""

from sklearn.neighbors import NearestCentroid


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    if len(set(labels.tolist())) == 1:
        means[labels[0]] = images.mean(axis=0)
        return means
    model = NearestCentroid().fit(images.reshape(len(images), -1).astype("float64"), labels)
    means[model.classes_] = model.centroids_.reshape(-1, 28, 28)
    return means
