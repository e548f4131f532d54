"""Beginner's trick: one long strip by np.hstack, with the labels as texts below it."""


def plot_digits(images, labels):
    strips = []
    for start in range(0, len(images), 15):
        strips.append((images[start : start + 15], labels[start : start + 15]))
    for strip_images, strip_labels in strips:
        strip = np.hstack(list(strip_images))
        plt.figure(figsize=(len(strip_images), 1.5))
        plt.imshow(strip, cmap="gray", vmin=0, vmax=255)
        for i, label in enumerate(strip_labels):
            plt.text(28 * i + 14, 34, str(label), ha="center")
        plt.axis("off")
        plt.show()
