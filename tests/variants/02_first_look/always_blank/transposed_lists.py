"""Pure Python lists: the pixels of one position are gathered by zip, the answer is a list of lists."""


def always_blank(images):
    rows = []
    for same_row in zip(*images.tolist()):
        rows.append([not any(pixels) for pixels in zip(*same_row)])
    return rows
