"""The right axes are drawn before the left ones. Written from the notebook alone."""

import matplotlib.pyplot as plt


def plot_histograms(images, normalized):
    right = plt.subplot(1, 2, 2)
    right.hist(normalized.reshape(-1), bins=20, log=True)
    right.set_title("Normalized images")
    right.set_xlabel("scaled gray value")
    left = plt.subplot(1, 2, 1)
    left.hist(images.reshape(-1), bins=20, log=True)
    left.set_title("Raw images")
    left.set_xlabel("gray value")
    left.set_ylabel("number of pixels")
    right.set_ylabel("number of pixels")
    plt.tight_layout()
