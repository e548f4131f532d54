"""A range that begins below 0 lifts black to gray.

loses: 1
told: The background is gray
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=-255, vmax=255)
        ax.set_title(str(label))
