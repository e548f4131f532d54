"""Loose points; lying, on an axis of their own choice."""


def plot_class_counts(counts):
    plt.plot(counts, range(10), "o")
    plt.yticks(range(10))
    plt.ylabel("digit")
    plt.xlabel("images")
