"""A box for each configuration with its mean as a line, and all scores with a little jitter on top."""


def plot_comparison(rows):
    _, ax = plt.subplots()
    places = np.arange(1, len(rows) + 1)
    ax.boxplot([row["scores"] for row in rows], positions=places, showmeans=True, meanline=True)
    rng = np.random.default_rng(0)
    for place, row in zip(places, rows, strict=True):
        jitter = rng.uniform(-0.08, 0.08, len(row["scores"]))
        ax.plot(place + jitter, row["scores"], "k.", alpha=0.6)
    ax.set_xticks(places, [row["name"] for row in rows], rotation=30)
    ax.set_ylabel("accuracy on the held-out fold")
    return ax
