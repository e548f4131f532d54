"""A ready-made grid, and the labels of all in its title."""

from mpl_toolkits.axes_grid1 import ImageGrid


def plot_digits(images, labels):
    figure = plt.figure(figsize=(12, 2))
    grid = ImageGrid(figure, 111, nrows_ncols=(1, len(images)), axes_pad=0.1)
    for ax, image in zip(grid, images):
        ax.imshow(image, cmap="gray")
        ax.set(xticks=[], yticks=[])
    figure.suptitle(f"labels: {list(labels)}")
