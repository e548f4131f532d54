"""The axis ends below the longest bar.

loses: 2
told: below the longest bar
"""


def plot_class_counts(counts):
    plt.bar(range(10), counts)
    plt.ylim(0, np.median(counts))
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
