"""Two subfigures, with bars from NumPy's histogram. Written from the notebook alone."""

import matplotlib.pyplot as plt
import numpy as np


def plot_histograms(images, normalized):
    fig = plt.figure(figsize=(10, 4), layout="constrained")
    titles = ["Pixels as bytes", "Pixels as floats"]
    for part, data, title in zip(fig.subfigures(1, 2), (images, normalized), titles, strict=True):
        ax = part.subplots()
        counts, edges = np.histogram(data, bins=16)
        ax.bar(edges[:-1], counts, width=np.diff(edges), align="edge", edgecolor="white", log=True)
        ax.set_title(title)
        ax.set_xlabel("value of a pixel")
        ax.set_ylabel("count")
    return fig
