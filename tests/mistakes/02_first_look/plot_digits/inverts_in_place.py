"""The images themselves are inverted for the picture.

loses: 1
told: A plot only looks
"""


def plot_digits(images, labels):
    np.subtract(255, images, out=images)
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for ax, image, label in zip(axes[0], images, labels):
        ax.imshow(image, cmap="gray_r")
        ax.set_title(label)
