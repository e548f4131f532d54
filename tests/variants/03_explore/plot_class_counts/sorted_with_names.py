"""Sorted by size, each with its name."""


def plot_class_counts(counts):
    order = np.argsort(-counts)
    plt.figure(figsize=(6, 3))
    plt.bar(range(10), counts[order])
    plt.xticks(range(10), [f"digit {d}" for d in order], rotation=45)
    plt.xlabel("digit")
    plt.ylabel("number of images")
