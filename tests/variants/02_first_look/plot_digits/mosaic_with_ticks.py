"""A column of digits, named by the ticks of its axis."""


def plot_digits(images, labels):
    plt.figure()
    plt.imshow(images.reshape(-1, 28), cmap="gray")
    plt.yticks(14 + 28 * np.arange(len(images)), [f"a {label}" for label in labels])
    plt.xticks([])
