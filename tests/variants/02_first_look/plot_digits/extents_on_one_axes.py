"""Every image at its own place of one set of axes."""


def plot_digits(images, labels):
    _, ax = plt.subplots(figsize=(9, 2))
    for i, image in enumerate(images):
        ax.imshow(image, cmap="gray", extent=(30 * i, 30 * i + 28, 0, 28))
        ax.annotate(str(labels[i]), (30 * i + 14, 30), ha="center")
    ax.set(xlim=(0, 30 * len(images)), ylim=(0, 36))
    ax.axis("off")
