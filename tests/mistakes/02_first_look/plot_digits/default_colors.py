"""Matplotlib's default colors: the style of the course is gray, other notebooks are not.

loses: 1
told: The pictures are in color
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="viridis")
        ax.set_title(str(label))
