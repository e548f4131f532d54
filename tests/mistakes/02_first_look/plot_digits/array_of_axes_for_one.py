"""`plt.subplots` gives one set of axes no index.

loses: 1
told: returns an array of axes only if
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images))
    for i in range(len(images)):
        axes[i].imshow(images[i], cmap="gray")
        axes[i].set_title(labels[i])
