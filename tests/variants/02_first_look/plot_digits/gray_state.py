"""Older, stateful pyplot: plt.gray, a call of plt.subplot for each, and plt.clim."""


def plot_digits(images, labels):
    plt.figure(figsize=(12, 2 * (len(images) // 6 + 1)))
    plt.gray()
    for i in range(len(images)):
        plt.subplot(len(images) // 6 + 1, 6, i + 1)
        plt.imshow(images[i])
        plt.clim(0, 255)
        plt.title("Label: %d" % labels[i])
        plt.axis("off")
    plt.tight_layout()
    plt.show()
