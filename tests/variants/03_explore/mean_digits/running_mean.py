"""Each image moves the mean of its digit."""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    seen = [0] * 10
    for image, label in zip(images, labels):
        seen[label] += 1
        if seen[label] == 1:
            means[label] = 0
        means[label] += (image - means[label]) / seen[label]
    return means
