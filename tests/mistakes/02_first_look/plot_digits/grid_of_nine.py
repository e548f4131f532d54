"""A grid of three by three, filled from an index.

loses: 4
told: With 7 images, `plot_digits` raised IndexError
"""


def plot_digits(images, labels):
    plt.figure(figsize=(6, 6))
    for i in range(9):
        plt.subplot(3, 3, i + 1)
        plt.imshow(images[i], cmap="gray")
        plt.title(labels[i])
