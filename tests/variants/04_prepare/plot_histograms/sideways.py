"""Bars that grow to the right, as shares of all pixels."""


def plot_histograms(images, normalized):
    plt.suptitle("Pixels before and after")
    for place, values, name in ((1, images, "0 to 255"), (2, normalized, "0 to 1")):
        plt.subplot(1, 2, place)
        weights = np.full(values.size, 1 / values.size)
        plt.hist(values.ravel(), bins=25, weights=weights, orientation="horizontal")
        plt.ylabel(f"pixel value, {name}")
        plt.xlabel(f"share of pixels ({name})")
        plt.axhline(values.mean(), color="gray")
    return plt.gcf()
