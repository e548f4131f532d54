"""What is left of the last row is filled by starting again.

loses: 2
told: The image at position 0 is drawn 2 times
"""


def plot_digits(images, labels):
    rows = -(-len(images) // 5)
    fig, axes = plt.subplots(rows, 5, squeeze=False)
    for k, ax in enumerate(axes.flat):
        i = k % len(images)
        ax.imshow(images[i], cmap="gray", vmin=0, vmax=255)
        ax.set_title(labels[i])
        ax.axis("off")
