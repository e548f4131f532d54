"""Like ink on paper.

loses: 1
told: drawn black on white
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.imshow(image, cmap="gray_r")
        ax.set_title(str(label))
