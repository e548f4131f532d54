"""Rows and columns exchanged.

loses: 2
told: with rows and columns exchanged
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image.T, cmap="gray")
        ax.set_title(str(label))
