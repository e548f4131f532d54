"""Labels sorted, images not.

loses: 2
told: The labels were sorted and the images were not
"""


def plot_digits(images, labels):
    labels = np.sort(labels)
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(label))
