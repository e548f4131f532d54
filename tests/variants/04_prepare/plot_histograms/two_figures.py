"""Two figures by pyplot's commands, shown and closed, with outlines and a logarithmic axis."""


def plot_histograms(images, normalized):
    for values, name in ((images, "before"), (normalized, "after")):
        plt.figure()
        plt.hist(values.flatten(), bins=50, histtype="step", log=True, label=name)
        plt.xlabel("pixel value")
        plt.ylabel("count")
        plt.legend()
        plt.show()
        plt.close()
