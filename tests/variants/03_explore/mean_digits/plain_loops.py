"""Sums in Python's own floats."""


def mean_digits(images, labels):
    result = []
    for d in range(10):
        chosen = [image for image, label in zip(images, labels) if label == d]
        total = np.zeros((28, 28))
        for image in chosen:
            total = total + image
        result.append((total / len(chosen)).tolist() if chosen else [[float("nan")] * 28] * 28)
    return result
