"""One tall column of pictures, each with a title of two lines at its left."""


def plot_digits(images, labels):
    fig, axs = plt.subplots(len(images), 1, figsize=(1.5, 1.9 * len(images)), squeeze=False)
    for ax, im, y in zip(np.ravel(axs), images, labels):
        ax.imshow(im, cmap=plt.get_cmap("gray"), vmin=0, vmax=255, interpolation="nearest")
        ax.set_title("label\n" + str(y), loc="left")
        ax.set(xticks=[], yticks=[])
    fig.tight_layout()
    return axs
