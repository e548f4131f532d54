"""Each label belongs to the image before.

loses: 2
told: At each digit stands the label of its neighbor
"""


def plot_digits(images, labels):
    labels = np.roll(labels, 1)
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(label))
