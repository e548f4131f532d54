"""The 5 × 5 grid of many tutorials.

loses: 1
told: the one at position 25 for instance
"""


def plot_digits(images, labels):
    plt.figure(figsize=(10, 10))
    for i in range(min(25, len(images))):
        plt.subplot(5, 5, i + 1)
        plt.imshow(images[i], cmap="gray", vmin=0, vmax=255)
        plt.title(labels[i])
        plt.axis("off")
    plt.show()
