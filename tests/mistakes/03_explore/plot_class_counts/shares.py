"""Shares in place of counts.

loses: 2
told: turned into shares
"""


def plot_class_counts(counts):
    plt.bar(range(10), counts / counts.sum())
    plt.xticks(range(10))
    plt.xlabel("digit")
    plt.ylabel("share")
