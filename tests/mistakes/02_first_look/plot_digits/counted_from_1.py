"""Numbered from 1.

loses: 2
told: The digits are numbered, from 1
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(f"image {i + 1}")
