"""The whole array of labels as each title.

loses: 2
told: Every digit has all labels
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(labels))
