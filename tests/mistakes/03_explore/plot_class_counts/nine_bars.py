"""The range ends too early.

loses: 3
told: 9 bars were drawn
"""


def plot_class_counts(counts):
    plt.bar(range(1, 10), counts[1:])
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
