"""One image at a time, and Wilson's interval written out."""


def evaluate_final(model, images, labels):
    right = 0
    for image, label in zip(images, labels, strict=True):
        scores = np.asarray(model(image[np.newaxis]))[0].tolist()
        right += scores.index(max(scores)) == label
    n, z = len(labels), 1.96
    p = right / n
    half = z * (p * (1 - p) / n + z**2 / (4 * n**2)) ** 0.5
    ends = [(p + z**2 / (2 * n) + sign * half) / (1 + z**2 / n) for sign in (-1, 1)]
    return [p, *ends]
