"""One picture of rows and columns, and texts in its corners."""


def plot_digits(images, labels):
    columns = 4
    rows = -(-len(images) // columns)
    page = np.zeros((rows * 28, columns * 28), dtype="uint8")
    fig, ax = plt.subplots()
    for i, (image, label) in enumerate(zip(images, labels)):
        top, left = 28 * (i // columns), 28 * (i % columns)
        page[top : top + 28, left : left + 28] = image
        ax.text(left + 2, top + 5, label, color="yellow")
    ax.imshow(page, cmap="gray")
    ax.axis("off")
    return fig
