"""A power law makes faint strokes visible; 0 stays black, and larger values stay brighter."""

from matplotlib.colors import PowerNorm


def plot_digits(images, labels):
    norm = PowerNorm(gamma=0.6, vmin=0, vmax=255)
    per_row = 10
    for start in range(0, len(images), per_row):
        some_images, some_labels = images[start : start + per_row], labels[start : start + per_row]
        _, axes = plt.subplots(1, per_row, figsize=(per_row, 1.4))
        for ax in axes:
            ax.axis("off")
        for ax, image, label in zip(axes, some_images, some_labels):
            ax.imshow(image, cmap="binary_r", norm=norm)
            ax.set_title(f"$y = {label}$")
