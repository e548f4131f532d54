"""A figure and its titles, and no picture.

loses: 4
told: There is no picture on any axes
"""


def plot_digits(images, labels):
    _, axes = plt.subplots(1, len(images), squeeze=False)
    for i, (ax, image, label) in enumerate(zip(axes[0], images, labels)):
        ax.set_axis_off()
        ax.set_title(str(label))
