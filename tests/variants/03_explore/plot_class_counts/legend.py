"""A color for each digit, explained by a legend."""


def plot_class_counts(counts):
    for digit in range(10):
        plt.bar(digit, counts[digit], color=f"C{digit}", label=str(digit))
    plt.legend(ncols=10)
    plt.xlabel("digit")
    plt.ylabel("number of images")
