"""A small number is added to every probability instead of clipping."""


def cross_entropy(probabilities, labels):
    picked = np.take_along_axis(probabilities, labels[:, None], axis=1)[:, 0]
    return -np.log(picked + 1e-7).mean()
