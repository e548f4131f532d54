"""A strip with a gap between the digits, and all labels in its title."""


def plot_digits(images, labels):
    strip = np.hstack([np.pad(image, 1) for image in images]) / 255
    plt.matshow(strip, cmap="gray", vmin=0, vmax=1)
    plt.title("  ".join(str(label) for label in labels))
    plt.axis("off")
