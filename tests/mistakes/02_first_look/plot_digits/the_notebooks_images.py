"""The training images in place of the argument.

loses: 4
told: The pictures show none of the images that were passed
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], x_train, y_train)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(label))
