"""The bars are called 1 to 10.

loses: 3
told: The bars are called 1 to 10
"""


def plot_class_counts(counts):
    plt.bar(range(1, 11), counts)
    plt.xticks(range(1, 11))
    plt.xlabel("digit")
    plt.ylabel("number of images")
