"""A scikit-learn person: a naive Bayes classifier learns the mean of each class."""

from sklearn.naive_bayes import GaussianNB


def mean_digits(images, labels):
    flat = np.asarray(images, dtype=np.float64).reshape(len(images), -1)
    model = GaussianNB().partial_fit(flat, labels, classes=np.arange(10))
    means = np.where(model.class_count_[:, np.newaxis] > 0, model.theta_, np.nan)
    return means.reshape(10, 28, 28)
