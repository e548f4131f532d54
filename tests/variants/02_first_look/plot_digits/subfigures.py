"""A subfigure for each digit, whose title is the label."""


def plot_digits(images, labels):
    n = len(images)
    columns = min(n, 6)
    rows = (n - 1) // columns + 1
    figure = plt.figure(figsize=(columns * 1.3, rows * 1.6))
    cells = figure.subfigures(rows, columns, squeeze=False)
    for cell, image, label in zip(cells.ravel(), images, labels):
        cell.suptitle(str(label))
        ax = cell.add_subplot()
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.axis("off")
    return figure
