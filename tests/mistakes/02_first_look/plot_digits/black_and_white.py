"""Pixels turned into lit and not lit before they are drawn.

loses: 4
told: the grays of the digits were lost
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for ax, image, label in zip(axes[0], images, labels):
        ax.imshow(image > 127, cmap="gray")
        ax.set_title(label)
