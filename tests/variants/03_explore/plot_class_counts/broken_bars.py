"""One broken_barh for each digit, lying, from 0 to the count."""


def plot_class_counts(counts):
    fig, ax = plt.subplots()
    for digit in range(10):
        ax.broken_barh([(0, counts[digit])], (digit - 0.4, 0.8), facecolors="C2")
    ax.set_yticks(range(10), [f"digit {d}" for d in range(10)])
    ax.set_xlim(0, None)
    ax.set(ylabel="class", xlabel="examples")
    return fig, ax
