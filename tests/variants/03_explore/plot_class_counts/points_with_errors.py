"""Points with bars of the deviation that chance would cause, on an axis that includes 0."""


def plot_class_counts(counts):
    fig, ax = plt.subplots()
    ax.errorbar(range(10), counts, yerr=np.sqrt(counts), fmt="o", capsize=3)
    ax.set_ylim(0, np.max(counts) * 1.1 + 1)
    ax.set_xticks(range(10))
    ax.set_xlabel("digit")
    ax.set_ylabel("count, with the root of the count")
    ax.grid(axis="y", alpha=0.3)
