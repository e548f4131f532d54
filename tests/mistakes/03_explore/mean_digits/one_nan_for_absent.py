"""A single NaN in place of an image.

loses: 2
told: differ in shape
"""


def mean_digits(images, labels):
    chosen = [images[labels == d] for d in range(10)]
    return [some.mean(axis=0) if len(some) else np.nan for some in chosen]
