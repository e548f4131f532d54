"""SciPy bins the images by label and takes the mean of each bin, NaN for an empty one."""

from scipy.stats import binned_statistic


def mean_digits(images, labels):
    pixels = images.reshape(-1, 784).T.astype("float64")
    edges = np.arange(11) - 0.5
    means, _, _ = binned_statistic(labels, list(pixels), statistic="mean", bins=edges)
    return means.T.reshape(10, 28, 28)
