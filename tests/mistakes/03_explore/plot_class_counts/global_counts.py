"""It draws the counts of the notebook.

loses: 2
told: something else that the notebook holds
"""


def plot_class_counts(counts):
    plt.bar(range(10), np.bincount(train_labels))
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("number of images")
