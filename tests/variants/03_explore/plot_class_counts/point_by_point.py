"""A beginner's loop: one call of plot for each digit, with a marker and no line."""


def plot_class_counts(counts):
    for digit, count in enumerate(counts):
        plt.plot(digit, count, "ko")
    plt.ylim(ymin=0)
    plt.xticks(range(10))
    plt.xlabel("Digit")
    plt.ylabel("Count")
