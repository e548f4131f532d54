"""Counts rows from below, as a mathematician would, and turns each image over for it."""


def plot_digits(images, labels):
    n_rows = int(np.ceil(len(images) / 5))
    fig, axes = plt.subplots(n_rows, 5, squeeze=False, figsize=(6, 1.4 * n_rows))
    for ax in axes.flat:
        ax.set_axis_off()
    for ax, image, label in zip(axes.flat, images, labels):
        ax.imshow(image[::-1], origin="lower", cmap="gray", vmin=0, vmax=255)
        ax.text(1, 24, str(label), color="yellow")
