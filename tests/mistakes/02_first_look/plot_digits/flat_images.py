"""Flattened images, drawn as they are.

loses: 4
told: the images are flat
"""


def plot_digits(images, labels):
    _, ax = plt.subplots()
    ax.imshow(images.reshape(len(images), -1), cmap="gray", aspect="auto")
    ax.set_yticks(range(len(images)), labels)
