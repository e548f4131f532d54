"""Rows counted from the bottom.

loses: 2
told: is drawn upside down
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", origin="lower")
        ax.set_title(str(label))
