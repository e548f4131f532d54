"""The words belong to the other histogram.

loses: 2
told: The two histograms have changed places
"""


def plot_histograms(images, normalized):
    _, (before, after) = plt.subplots(1, 2)
    before.hist(normalized.ravel(), bins=20)
    before.set(title="Before", xlabel="0 to 255", ylabel="pixels")
    after.hist(images.ravel(), bins=20)
    after.set(title="After", xlabel="0 to 1", ylabel="pixels")
