"""Ten thick lines from 0 to the count, one call of plot each."""


def plot_class_counts(counts):
    for digit in range(10):
        plt.plot(
            [digit, digit], [0, counts[digit]], linewidth=14, color="C0", solid_capstyle="butt"
        )
    plt.xticks(np.arange(10), labels=[f"{d}" for d in range(10)])
    plt.ylim(bottom=0)
    plt.xlabel("digits")
    plt.ylabel("number of examples")
