"""Numbered in place of named.

loses: 2
told: The digits are numbered, from 0
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(f"digit {i}")
