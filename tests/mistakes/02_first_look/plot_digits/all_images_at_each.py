"""Two nested loops: each set of axes gets all the images.

loses: 4
told: each set of axes got all the images
"""


def plot_digits(images, labels):
    fig, axes = plt.subplots(1, len(images), squeeze=False)
    for ax, label in zip(axes[0], labels):
        for image in images:
            ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(label)
