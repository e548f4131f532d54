"""Gray only in the branch for several images.

loses: 1
told: in other colors than many are
"""


def plot_digits(images, labels):
    if len(images) == 1:
        plt.imshow(images[0], cmap="viridis")
        plt.title(labels[0])
        return
    fig, axes = plt.subplots(1, len(images))
    for ax, image, label in zip(axes, images, labels):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(label)
