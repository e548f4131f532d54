"""A range made for larger values: everything is nearly black.

loses: 1
told: hardly differ from the background
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=65535)
        ax.set_title(str(label))
