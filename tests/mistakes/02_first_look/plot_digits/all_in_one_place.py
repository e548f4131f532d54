"""No axes are chosen, so each covers the one before.

loses: 4
told: Only the last digit can be seen
"""


def plot_digits(images, labels):
    for image, label in zip(images, labels):
        plt.imshow(image, cmap="gray")
        plt.title(label)
