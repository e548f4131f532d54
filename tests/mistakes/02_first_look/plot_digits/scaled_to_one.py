"""The scale ends at 1, as for images that were scaled.

loses: 1
told: a faint pixel like the brightest
"""


def plot_digits(images, labels):
    fig, axes = plt.subplots(1, len(images), squeeze=False)
    for ax, image, label in zip(axes[0], images, labels):
        ax.imshow(image, cmap="gray", vmin=0, vmax=1)
        ax.set_title(label)
