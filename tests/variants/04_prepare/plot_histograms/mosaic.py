"""A mosaic with the histograms side by side, drawn as filled steps. Written from the notebook alone."""

import matplotlib.pyplot as plt


def plot_histograms(images, normalized):
    fig, axs = plt.subplot_mosaic([["raw", "scaled"]], figsize=(9, 3))
    axs["raw"].hist(images.ravel(), bins=range(0, 257), histtype="stepfilled")
    axs["scaled"].hist(normalized.ravel(), bins=256, range=(0, 1), histtype="stepfilled")
    for key in axs:
        axs[key].set_yscale("log")
        axs[key].set_title(key + " pixels of the digits")
        axs[key].set_xlabel(key + " brightness")
        axs[key].set_ylabel("frequency")
    return axs
