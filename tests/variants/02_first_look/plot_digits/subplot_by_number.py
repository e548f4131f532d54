"""The interface of pyplot, with words around the label."""


def plot_digits(images, labels):
    rows = int(np.ceil(len(images) / 4))
    plt.figure(figsize=(8, 2 * rows))
    for i in range(len(images)):
        plt.subplot(rows, 4, i + 1)
        plt.imshow(images[i], cmap=plt.cm.gray)
        plt.axis("off")
        plt.title(f"image {i}: {labels[i]}")
    plt.tight_layout()
    plt.show()
