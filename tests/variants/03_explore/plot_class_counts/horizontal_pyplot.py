"""Stateful pyplot: lying bars, the 0 at the top, with plt.yticks."""


def plot_class_counts(counts):
    plt.figure(figsize=(7, 4))
    plt.barh(range(10), counts, color="steelblue", edgecolor="black")
    plt.yticks(range(10))
    plt.gca().invert_yaxis()
    plt.ylabel("Digit")
    plt.xlabel("Number of images")
    plt.title("Class distribution")
    plt.show()
