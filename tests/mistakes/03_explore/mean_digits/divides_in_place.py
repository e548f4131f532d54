"""Float images are overwritten on the way.

loses: 1
told: changed the images
"""


def mean_digits(images, labels):
    means = np.full((10, 28, 28), np.nan)
    for d in np.unique(labels):
        places = np.flatnonzero(labels == d)
        for place in places[1:]:
            images[places[0]] = (
                images[places[0]] + images[place] if images.dtype.kind == "f" else images[places[0]]
            )
        whole = images[places[0]] if images.dtype.kind == "f" else images[places].sum(axis=0)
        means[d] = whole / len(places)
    return means
