"""The array is reshaped straight into a strip, which mixes the images.

loses: 4
told: laid out anew by a reshape
"""


def plot_digits(images, labels):
    n = len(images)
    plt.figure(figsize=(n, 2))
    plt.imshow(images.reshape(28, 28 * n), cmap="gray", vmin=0, vmax=255)
    for i, label in enumerate(labels):
        plt.text(28 * i + 14, -2, str(label), ha="center")
    plt.axis("off")
