"""Colored squares in place of an image, with the vertical axis turned."""


def plot_digits(images, labels):
    figure = plt.figure(layout="constrained")
    for i, (image, label) in enumerate(zip(images, labels), start=1):
        ax = figure.add_subplot(4, 8, i)
        ax.pcolormesh(image, cmap="Greys_r")
        ax.invert_yaxis()
        ax.set_aspect("equal")
        ax.set_ylabel(label, rotation=0)
