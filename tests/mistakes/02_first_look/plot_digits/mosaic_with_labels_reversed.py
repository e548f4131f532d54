"""One picture, its labels in the wrong order.

loses: 2
told: does not have its label beside it
"""


def plot_digits(images, labels):
    plt.imshow(np.hstack(images), cmap="gray")
    for i, label in enumerate(labels[::-1]):
        plt.text(28 * i + 2, 6, str(label), color="white")
