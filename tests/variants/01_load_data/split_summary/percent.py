"""With the percent sign; a tuple has to be wrapped."""


def split_summary(name, images, labels):
    return "%s: X = %s, y = %s" % (name, np.shape(images), np.shape(labels))  # noqa: UP031 (one of three ways)
