"""The same image at each place.

loses: 4
told: The first image is drawn
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(images[0], cmap="gray")
        ax.set_title(str(label))
