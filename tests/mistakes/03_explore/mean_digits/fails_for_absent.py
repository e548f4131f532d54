"""scikit-learn's centroids, at the wrong places.

loses: 2
told: it ended in an error
"""


def mean_digits(images, labels):
    means = []
    for d in range(10):
        chosen = images[labels == d]
        means.append(sum(image.astype(float) for image in chosen) / len(chosen))
    return np.array(means)
