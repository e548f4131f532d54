"""Counted, and not drawn.

loses: 3
told: neither bars nor lines
"""


def plot_histograms(images, normalized):
    plt.subplots(1, 2)
    return np.histogram(images, 10), np.histogram(normalized, 10)
