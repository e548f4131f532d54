"""A pie on axes of its own, beside the bars."""


def plot_class_counts(counts):
    _, (left, right) = plt.subplots(1, 2)
    left.pie(counts, labels=range(10))
    right.bar(range(10), counts, tick_label=range(10))
    right.set(xlabel="digit", ylabel="images")
