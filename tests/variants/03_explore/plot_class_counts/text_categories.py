"""Digits as text, so that Matplotlib treats them as names; counts are written above the bars."""


def plot_class_counts(counts):
    fig, ax = plt.subplots(figsize=(8, 4), layout="constrained")
    bars = ax.bar([str(d) for d in range(10)], counts, color=plt.cm.tab10(np.arange(10)))
    ax.bar_label(bars, fmt="{:,.0f}", fontsize=7)
    ax.margins(y=0.1)
    ax.set_xlabel("handwritten digit")
    ax.set_ylabel("how many")
    return ax
