"""Loose points; lying, on an axis that begins a little below 0."""


def plot_class_counts(counts):
    plt.plot(counts, range(10), "o")
    plt.xlim(-0.05 * max(counts), 1.05 * max(counts))
    plt.yticks(range(10))
    plt.ylabel("digit")
    plt.xlabel("images")
