"""The images themselves are shown.

loses: 3
told: hold pictures
"""


def plot_histograms(images, normalized):
    _, (before, after) = plt.subplots(1, 2)
    before.imshow(images[0])
    after.imshow(normalized[0])
