"""As in scatter plots of digits: small pictures are placed on one set of axes by annotation boxes."""

from matplotlib.colors import Normalize
from matplotlib.offsetbox import AnnotationBbox, OffsetImage


def plot_digits(images, labels):
    columns = min(len(images), 10)
    rows = -(-len(images) // columns)
    fig, ax = plt.subplots(figsize=(columns, 1.4 * rows))
    ax.set(xlim=(-0.6, columns - 0.4), ylim=(rows - 0.4, -0.6))
    ax.axis("off")
    for i in range(len(images)):
        x, y = i % columns, i // columns
        picture = OffsetImage(images[i], zoom=1.5, cmap="gray", norm=Normalize(0, 255))
        ax.add_artist(AnnotationBbox(picture, (x, y), frameon=False))
        ax.text(x, y + 0.45, str(labels[i]), ha="center", va="center")
