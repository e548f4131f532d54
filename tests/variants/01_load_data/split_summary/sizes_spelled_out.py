"""The tuples are spelled out by hand. Written from the notebook alone."""


def split_summary(name, images, labels):
    def spell(array):
        inner = ", ".join(str(size) for size in array.shape)
        return f"({inner},)" if len(array.shape) == 1 else f"({inner})"

    return name + ": X = " + spell(images) + ", y = " + spell(labels)
