"""One label for a vertical axis that both share. Written from the notebook alone."""

import matplotlib.pyplot as plt


def plot_histograms(images, normalized):
    figure, axes = plt.subplots(1, 2, sharey=True, figsize=(10, 4))
    rows = [
        ("before", "gray level as a byte", images),
        ("after", "gray level from 0 to 1", normalized),
    ]
    for ax, (when, what, data) in zip(axes, rows, strict=True):
        ax.hist(data.flatten(), bins=51, histtype="step", log=True)
        ax.set_title(f"Pixels {when} normalizing")
        ax.set_xlabel(what)
    figure.supylabel("how many pixels")
    plt.show()
