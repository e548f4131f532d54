"""No more than five, whatever comes.

loses: 2
told: of 7 images were not found in the figure
"""


def plot_digits(images, labels):
    images, labels = images[:5], labels[:5]
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(label))
