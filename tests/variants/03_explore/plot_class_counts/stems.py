"""A stem for each digit."""


def plot_class_counts(counts):
    _, axes = plt.subplots()
    axes.stem(counts)
    axes.set_xticks(range(10))
    axes.set(xlabel="digit", ylabel="images")
