"""A pie of ten slices.

loses: 3
told: as in a pie
"""


def plot_class_counts(counts):
    plt.pie(counts, labels=range(10))
    plt.title("Digits")
