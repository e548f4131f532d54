"""matshow with the label below each picture, as the label of its horizontal axis."""


def plot_digits(images, labels):
    n = len(images)
    ncols = min(n, 8)
    nrows = (n + ncols - 1) // ncols
    fig = plt.figure(figsize=(1.2 * ncols, 1.5 * nrows))
    for index, (image, label) in enumerate(zip(images, labels)):
        ax = fig.add_subplot(nrows, ncols, index + 1)
        ax.matshow(image, cmap="Greys_r", vmin=0, vmax=255)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.set_xlabel(label)
    return fig
